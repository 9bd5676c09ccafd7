import { addDays, type BusinessDay, daysBetween, parseDay } from '@zhanggui/kernel'

/** 1 is Monday, 7 is Sunday, as ISO 8601 counts. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** A Monday, to tell weekdays without a time zone. */
const MONDAY = parseDay('2024-01-01')
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

/** @example weekdayOf(parseDay('2026-11-22')) // 7 */
export function weekdayOf(day: BusinessDay): Weekday {
  return WEEKDAYS[((daysBetween(MONDAY, day) % 7) + 7) % 7] ?? 1
}

export const isWeekend = (day: BusinessDay): boolean => weekdayOf(day) >= 6

/**
 * The nth weekday of a month: Mother's Day is the second Sunday of May. `nth` −1 is the last one.
 * Errors: throws when the month has no such day (a fifth Sunday).
 * @example nthWeekday({ year: 2026, month: 5, weekday: 7, nth: 2 }) // '2026-05-10'
 */
export function nthWeekday(asked: { year: number; month: number; weekday: Weekday; nth: number }): BusinessDay {
  const { year, month, weekday, nth } = asked
  const first = parseDay(`${year}-${String(month).padStart(2, '0')}-01`)
  const days: BusinessDay[] = []
  for (let day = first; day.slice(0, 7) === first.slice(0, 7); day = addDays(day, 1))
    if (weekdayOf(day) === weekday) days.push(day)
  const found = days.at(nth > 0 ? nth - 1 : nth)
  if (!found) throw new Error(`${year}-${month} has no weekday ${weekday} number ${nth}`)
  return found
}
