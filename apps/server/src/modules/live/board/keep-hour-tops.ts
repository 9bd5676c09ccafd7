import { addDays, businessDayOf } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { listStores } from '../../admin/stores.ts'
import { dayStart } from '../minutes/wall-minute.ts'
import type { TickJob } from '../tick-job.ts'
import { type Hour, keepHourTop } from './hour-top.ts'

const HOUR_MS = 3_600_000
/** Later than this after its end a list is no longer what the room saw. */
const PROMPT_MS = 600_000

/** The hour of a shop's clock that has just ended; null when that was longer ago. */
export function hourJustEnded(now: Date, timezone: string): Hour | null {
  const today = businessDayOf(now, timezone)
  const hours = Math.floor((now.getTime() - dayStart(today, timezone).getTime()) / HOUR_MS)
  const endedMs = now.getTime() - (dayStart(today, timezone).getTime() + hours * HOUR_MS)
  if (endedMs > PROMPT_MS) return null
  return hours === 0 ? { day: addDays(today, -1), hour: 23 } : { day: today, hour: hours - 1 }
}

async function keepAll(context: Context, now: Date, signal: AbortSignal): Promise<void> {
  for (const store of await listStores(context)) {
    if (signal.aborted) return
    const hour = hourJustEnded(now, store.timezone)
    if (hour) await keepHourTop(context, store, hour)
  }
}

/** Keeps the hot list of each hour as it was shown, so that what late events change about it can be told. */
export const KEEP_HOUR_TOPS: TickJob = {
  id: 'hour-tops',
  everySeconds: 60,
  run: (context, { now, signal }) => keepAll(context, now, signal),
}
