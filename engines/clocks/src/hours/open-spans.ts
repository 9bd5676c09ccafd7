import { instantOfWallTime } from '@zhanggui/calendar'
import { addDays, assert, type BusinessDay } from '@zhanggui/kernel'
import { type DaySpan, type ServiceHours, spansOfDay } from './service-hours.ts'

const DAY_MINUTES = 1440

/** Instants, UTC milliseconds, half-open. */
export type OpenSpan = { from: number; to: number }

const two = (n: number): string => String(n).padStart(2, '0')

function instantOf(day: BusinessDay, minute: number, timeZone: string): number {
  const on = addDays(day, Math.floor(minute / DAY_MINUTES))
  const rest = minute % DAY_MINUTES
  const instant = instantOfWallTime(`${on}T${two(Math.floor(rest / 60))}:${two(rest % 60)}:00`, timeZone)
  assert(instant, `service hours name a time zone that exists, not "${timeZone}"`)
  return instant.getTime()
}

/** A span of a day as instants of its wall. */
export const spanInstants = (day: BusinessDay, { from, to }: DaySpan, timeZone: string): OpenSpan => ({
  from: instantOf(day, from, timeZone),
  to: instantOf(day, to, timeZone),
})

/** The spans that begin on a day, as instants. A span that a change of the clocks swallows whole is left out. */
export type OpenSpansOf = (day: BusinessDay) => readonly OpenSpan[]

function build(hours: ServiceHours): OpenSpansOf {
  const known = new Map<BusinessDay, readonly OpenSpan[]>()
  const spansOf = spansOfDay(hours)
  return (day) => {
    const found = known.get(day)
    if (found) return found
    const spans = spansOf(day)
      .map((span) => spanInstants(day, span, hours.timeZone))
      .filter(({ from, to }) => to > from)
    known.set(day, spans)
    return spans
  }
}

const built = new WeakMap<ServiceHours, OpenSpansOf>()

/** The instants at which a team works, day by day; worked out once for the same hours. */
export function openSpans(hours: ServiceHours): OpenSpansOf {
  const known = built.get(hours) ?? build(hours)
  built.set(hours, known)
  return known
}
