import { type BusinessDay, parseDay } from '@zhanggui/kernel'
import { Lunar, Solar } from 'lunar-typescript'

/** A day of the Chinese lunisolar calendar. `month` is negative in a leap month (−6 is 闰六月). */
export type LunarDate = { year: number; month: number; day: number }

/**
 * The lunar date of a Gregorian day.
 * Source: lunar-typescript 1.8.6, checked for 2015–2035 against the published New Year days.
 * @example lunarDateOf(parseDay('2026-02-17')) // { year: 2026, month: 1, day: 1 }
 */
export function lunarDateOf(day: BusinessDay): LunarDate {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const lunar = Solar.fromYmd(year, month, date).getLunar()
  return { year: lunar.getYear(), month: lunar.getMonth(), day: lunar.getDay() }
}

/**
 * The Gregorian day of a lunar date.
 * Errors: throws on a lunar date that does not exist (a 30th in a short month, a leap month in a year without it).
 * @example dayOfLunar({ year: 2026, month: 1, day: 1 }) // '2026-02-17'
 */
export function dayOfLunar(date: LunarDate): BusinessDay {
  return parseDay(Lunar.fromYmd(date.year, date.month, date.day).getSolar().toYmd())
}

/** 春节: the first day of the lunar year that begins in this Gregorian year. */
export const springFestival = (year: number): BusinessDay => dayOfLunar({ year, month: 1, day: 1 })
