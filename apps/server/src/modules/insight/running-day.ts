import { businessDayOf } from '@zhanggui/kernel'
import type { Coverage, RunningDay } from '@zhanggui/metrics'

function clockOf(instant: Date, timeZone: string): string {
  const parts = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const
  return new Intl.DateTimeFormat('en-GB', { timeZone, ...parts }).format(instant)
}

/**
 * Today, when the data has reached it, and the shop's time of day of the latest fact: what is compared is cut there, not at
 * the clock, because between the two nothing is known yet. Null when the data ends before today.
 */
export function runningDay(
  coverages: Iterable<Coverage | null>,
  { now, timeZone }: { now: Date; timeZone: string },
): RunningDay | null {
  const today = businessDayOf(now, timeZone)
  const instants = [...coverages].flatMap((c) => (c && c.last >= today && c.latestAt ? [new Date(c.latestAt)] : []))
  const ofToday = instants.filter((at) => at <= now && businessDayOf(at, timeZone) === today)
  const latest = ofToday.sort((a, b) => a.getTime() - b.getTime()).at(-1)
  return latest ? { day: today, clock: clockOf(latest, timeZone) } : null
}
