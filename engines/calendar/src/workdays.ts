import { addDays, type BusinessDay } from '@zhanggui/kernel'
import { type HolidayOverrides, statutoryDay } from './statutory-day.ts'

/** Ordinary weekdays and weekends worked in lieu; a holiday or free weekend is none. */
export function isWorkday(day: BusinessDay, overrides?: HolidayOverrides): boolean {
  const { kind } = statutoryDay(day, overrides)
  return kind === 'workday' || kind === 'makeUpWorkday'
}

/** The day itself when it is worked, else the last worked day before it. */
export function workdayOnOrBefore(day: BusinessDay, overrides?: HolidayOverrides): BusinessDay {
  let found = day
  while (!isWorkday(found, overrides)) found = addDays(found, -1)
  return found
}

/** The day itself when it is worked, else the next worked day. */
export function workdayOnOrAfter(day: BusinessDay, overrides?: HolidayOverrides): BusinessDay {
  let found = day
  while (!isWorkday(found, overrides)) found = addDays(found, 1)
  return found
}

/**
 * The worked day that lies `workdays` worked days before a day; 0 is the last worked day on or before it.
 * @example workdaysBefore(parseDay('2026-10-08'), 1) // '2026-09-30': 1–7 October are holidays
 */
export function workdaysBefore(day: BusinessDay, workdays: number, overrides?: HolidayOverrides): BusinessDay {
  let found = workdayOnOrBefore(day, overrides)
  for (let left = workdays; left > 0; left--) found = workdayOnOrBefore(addDays(found, -1), overrides)
  return found
}

/** The worked day that lies `workdays` worked days after a day; 0 is the next worked day on or after it. */
export function workdaysAfter(day: BusinessDay, workdays: number, overrides?: HolidayOverrides): BusinessDay {
  let found = workdayOnOrAfter(day, overrides)
  for (let left = workdays; left > 0; left--) found = workdayOnOrAfter(addDays(found, 1), overrides)
  return found
}

/** Worked days in `[from, to)`. */
export function countWorkdays(from: BusinessDay, to: BusinessDay, overrides?: HolidayOverrides): number {
  let count = 0
  for (let day = from; day < to; day = addDays(day, 1)) if (isWorkday(day, overrides)) count++
  return count
}
