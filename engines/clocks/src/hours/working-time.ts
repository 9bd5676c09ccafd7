import { addDays, businessDayOf } from '@zhanggui/kernel'
import { openSpans } from './open-spans.ts'
import type { ServiceHours } from './service-hours.ts'

/** A clock that is not reached within so many days is not reached: the hours have run out of open days. */
const HORIZON_DAYS = 3660

const dayOf = (instant: number, { timeZone }: ServiceHours) => businessDayOf(new Date(instant), timeZone)

/** Open stretches from `from` on, in order and without overlap; the night that began the day before comes first. */
function* openFrom(hours: ServiceHours, from: number): Generator<{ from: number; to: number }> {
  const spansOn = openSpans(hours)
  let reached = from
  let day = addDays(dayOf(from, hours), -1)
  for (let days = 0; days <= HORIZON_DAYS; days++, day = addDays(day, 1)) {
    for (const span of spansOn(day)) {
      if (span.to <= reached) continue
      yield { from: Math.max(span.from, reached), to: span.to }
      reached = span.to
    }
  }
}

/**
 * Working time between two instants. Shape: UTC milliseconds in, milliseconds out; 0 when `to` is not after `from`.
 * `null` hours mean round the clock.
 * @example workingMs(nineToFive, { from: fridayHalfPastFour, to: mondayHalfPastNine }) // 3_600_000
 */
export function workingMs(hours: ServiceHours | null, { from, to }: { from: number; to: number }): number {
  if (to <= from) return 0
  if (hours === null) return to - from
  let sum = 0
  for (const span of openFrom(hours, from)) {
    if (span.from >= to) break
    sum += Math.min(span.to, to) - span.from
  }
  return sum
}

/**
 * The first instant at which `ms` of working time have passed since `from`: the inverse of `workingMs`. An amount that is
 * used up at closing time is reached then, not at the next opening. 0 is reached at once.
 * Errors: `null` when the hours have no such instant within ten years.
 */
export function addWorkingMs(hours: ServiceHours | null, { from, ms }: { from: number; ms: number }): number | null {
  if (ms <= 0) return from
  if (hours === null) return from + ms
  let left = ms
  for (const span of openFrom(hours, from)) {
    const length = span.to - span.from
    if (left <= length) return span.from + left
    left -= length
  }
  return null
}

/** Whether a team works at an instant, and when that changes next; `changesAt` null when it never does. */
export function openAt(hours: ServiceHours | null, at: number): { open: boolean; changesAt: number | null } {
  if (hours === null) return { open: true, changesAt: null }
  let closesAt: number | null = null
  for (const span of openFrom(hours, at)) {
    if (closesAt === null && span.from > at) return { open: false, changesAt: span.from }
    // Two spans that touch are one stretch; a year without a break is no change that anybody waits for.
    if (closesAt !== null && (span.from > closesAt || closesAt - at > 366 * 86_400_000)) break
    closesAt = span.to
  }
  return closesAt === null ? { open: false, changesAt: null } : { open: true, changesAt: closesAt }
}
