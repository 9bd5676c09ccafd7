import { instantOfWallTime } from '@zhanggui/calendar'
import type { DaySpans, ServiceHours } from './service-hours.ts'

const DAY_MINUTES = 1440

export type HoursProblem = 'unknown_time_zone' | 'bad_span' | 'overlapping_spans' | 'never_open' | 'bad_closure'

function spansProblem(spans: DaySpans): HoursProblem | null {
  let reached = 0
  for (const { from, to } of spans) {
    const whole = Number.isInteger(from) && Number.isInteger(to)
    if (!whole || from < 0 || from >= DAY_MINUTES || to <= from || to - from > DAY_MINUTES) return 'bad_span'
    if (from < reached) return 'overlapping_spans'
    reached = to
  }
  return null
}

/**
 * What keeps hours from being used; null when they can be. Spans of a day lie in order and do not overlap; a night that
 * reaches into the next day's hours is fine, its time counts once.
 */
export function hoursProblem(hours: ServiceHours): HoursProblem | null {
  if (instantOfWallTime('2026-01-01T00:00:00', hours.timeZone) === null) return 'unknown_time_zone'
  const stated = [...hours.week, hours.holiday, hours.makeUpDay].filter((spans) => spans !== 'asUsual')
  const problem = stated.map(spansProblem).find((found) => found !== null)
  if (problem) return problem
  if (hours.week.every((spans) => spans.length === 0)) return 'never_open'
  return hours.closures.some(({ from, through }) => through < from) ? 'bad_closure' : null
}
