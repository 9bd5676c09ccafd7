import { addDays, type BusinessDay, businessDayOf, isBusinessDay } from '@zhanggui/kernel'
import type ICAL from 'ical.js'
import { instantOfWallTime } from './wall-time.ts'

export type DayProblem =
  | { code: 'no_start' }
  | { code: 'not_a_day'; value: string }
  | { code: 'ends_before_start'; value: string }
  | { code: 'unknown_zone'; value: string }

type Reading = { day: BusinessDay; midnight: boolean; isDate: boolean; unknownZone: string | null }

const rawValue = (property: ICAL.Property): string => String(property.toJSON()[3])

/** The instant of a date-time that has a zone; null for one without, or with a zone that nobody knows. */
function instantOf(property: ICAL.Property, time: ICAL.Time, wall: string): Date | null {
  const zone = property.getFirstParameter('tzid')
  const resolved = time.zone?.tzid
  if (resolved === 'UTC' || (zone && resolved === zone)) return new Date(time.toUnixTime() * 1000)
  return zone ? instantOfWallTime(wall, zone) : null
}

/** Which business day of the shop a start or end falls on. Wall times without a zone are the shop's own. */
function readDay(property: ICAL.Property, shopZone: string): Reading | { bad: string } {
  const time = property.getFirstValue() as ICAL.Time
  const raw = rawValue(property)
  const date = raw.slice(0, 10)
  if (!isBusinessDay(date) || !/^(19|20)/.test(date)) return { bad: raw }
  if (time.isDate) return { day: date, midnight: true, isDate: true, unknownZone: null }
  const wall = raw.slice(0, 19)
  const zone = property.getFirstParameter('tzid') ?? null
  const instant = instantOf(property, time, wall)
  if (!instant) return { day: date, midnight: wall.endsWith('T00:00:00'), isDate: false, unknownZone: zone }
  if (Number.isNaN(instant.getTime())) return { bad: raw }
  const day = businessDayOf(instant, shopZone)
  const midnight = businessDayOf(new Date(instant.getTime() - 1), shopZone) !== day
  return { day, midnight, isDate: false, unknownZone: null }
}

/** An end is exclusive: midnight belongs to the day before, any later hour to its own day. */
function dayAfterEnd(end: Reading, start: Reading): BusinessDay {
  if (!end.midnight) return addDays(end.day, 1)
  // Some programs write a day's event as ending on the day on which it starts.
  return end.day === start.day ? addDays(start.day, 1) : end.day
}

/** The first day after an event: its end, or its length, or one day. */
function endDay(event: ICAL.Component, start: Reading, shopZone: string): BusinessDay | { bad: string } {
  const property = event.getFirstProperty('dtend')
  if (property) {
    const end = readDay(property, shopZone)
    return 'bad' in end ? end : dayAfterEnd(end, start)
  }
  const length = event.getFirstPropertyValue('duration') as ICAL.Duration | null
  const days = length ? Math.ceil(length.toSeconds() / 86_400) : 1
  return addDays(start.day, Math.max(1, days))
}

/**
 * The business days of an event in the shop's time zone, half-open; with a problem where a day had to be taken as written
 * because its zone is unknown.
 */
export function eventDays(
  event: ICAL.Component,
  shopZone: string,
): { ok: true; from: BusinessDay; to: BusinessDay; problem: DayProblem | null } | { ok: false; problem: DayProblem } {
  const property = event.getFirstProperty('dtstart')
  if (!property) return { ok: false, problem: { code: 'no_start' } }
  const start = readDay(property, shopZone)
  if ('bad' in start) return { ok: false, problem: { code: 'not_a_day', value: start.bad } }
  const to = endDay(event, start, shopZone)
  if (typeof to === 'object') return { ok: false, problem: { code: 'not_a_day', value: to.bad } }
  if (to <= start.day) return { ok: false, problem: { code: 'ends_before_start', value: `${start.day}–${to}` } }
  const problem: DayProblem | null = start.unknownZone ? { code: 'unknown_zone', value: start.unknownZone } : null
  return { ok: true, from: start.day, to, problem }
}
