import { addDays, type BusinessDay, businessDayOf } from '@zhanggui/kernel'
import { MINUTE_MS } from '../minutes/minute-cells.ts'
import { dayStart } from '../minutes/wall-minute.ts'

/** A shop's day as far as it has gone. */
export type BoardClock = {
  day: BusinessDay
  at: Date
  start: Date
  end: Date
  /** Minutes that are over. */
  minute: number
  /** A past instant: what came after it does not count. */
  replay: boolean
}

/** Where a shop's clock stands at an instant; `replay` where the instant is not now. */
export function boardClock(timezone: string, { now, at }: { now: Date; at?: Date | undefined }): BoardClock {
  const instant = at ?? now
  const day = businessDayOf(instant, timezone)
  const start = dayStart(day, timezone)
  const end = dayStart(addDays(day, 1), timezone)
  return {
    day,
    at: instant,
    start,
    end,
    minute: Math.floor((instant.getTime() - start.getTime()) / MINUTE_MS),
    replay: at !== undefined,
  }
}

/** Wall-clock time up to which a past day counts, as the catalogue's statements take it: the second before. */
export function untilOf({ replay, at }: BoardClock, timezone: string): string | null {
  if (!replay) return null
  const parts = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const
  return new Intl.DateTimeFormat('en-GB', { timeZone: timezone, ...parts }).format(at.getTime() - 1000)
}
