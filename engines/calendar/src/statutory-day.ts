import type { BusinessDay } from '@zhanggui/kernel'
import chineseDays from 'chinese-days'
import { statutoryFestivalOf, statutoryFestivals } from './statutory-festivals.ts'
import { isWeekend } from './weekday.ts'

/** A day as the shop states it: the notice before the library has it, or an own arrangement. It wins over the library. */
export type HolidayOverride = { day: BusinessDay; kind: 'holiday' | 'makeUpWorkday' | 'workday'; nameZh: string }
export type HolidayOverrides = ReadonlyMap<BusinessDay, HolidayOverride>

const NONE: HolidayOverrides = new Map()

/** Errors: throws when a day is stated twice. */
export function holidayOverrides(stated: readonly HolidayOverride[]): HolidayOverrides {
  const byDay = new Map(stated.map((override) => [override.day, override]))
  if (byDay.size !== stated.length) throw new Error('a day has one holiday override')
  return byDay
}

export type StatutoryDay = {
  kind: 'holiday' | 'workday' | 'weekend' | 'makeUpWorkday'
  /** 春节, 国庆节, …; null on ordinary days. */
  nameZh: string | null
  /** False when neither the State Council's notice for the year nor a stated day says so. */
  known: boolean
  /**
   * `notice` the State Council's, `override` the shop's own table, `law` a festival that is a holiday in every year though
   * the days moved around it are not known yet, `weekday` nothing but the day of the week.
   */
  basis: 'notice' | 'override' | 'law' | 'weekday'
}

/** True when the year's notice is in the data: its National Day is then named, an unknown year's is not. */
export const hasHolidayNotice = (year: number): boolean => chineseDays.getDayDetail(`${year}-10-01`).name.includes(',')

/** The last year whose statutory holidays are known; plans beyond it must warn. */
export function lastHolidayYear(): number {
  let year = 2024
  while (hasHolidayNotice(year + 1)) year++
  return year
}

/** True when the notice is in the data, or the shop has stated a holiday for every festival of the law. */
export function isHolidayYearKnown(year: number, overrides: HolidayOverrides = NONE): boolean {
  if (hasHolidayNotice(year)) return true
  return statutoryFestivals(year).every(({ from }) => overrides.get(from)?.kind === 'holiday')
}

function noticedDay(day: BusinessDay): StatutoryDay {
  const { work, name } = chineseDays.getDayDetail(day)
  const nameZh = name.includes(',') ? (name.split(',')[1] ?? null) : null
  if (nameZh === null) return { kind: isWeekend(day) ? 'weekend' : 'workday', nameZh, known: true, basis: 'notice' }
  return { kind: work ? 'makeUpWorkday' : 'holiday', nameZh, known: true, basis: 'notice' }
}

/** An unknown year: the law's own days are holidays, everything else is only a weekday or a weekend, and both say so. */
function unknownDay(day: BusinessDay, known: boolean): StatutoryDay {
  const festival = statutoryFestivalOf(day)
  if (festival) return { kind: 'holiday', nameZh: festival.nameZh, known, basis: 'law' }
  return { kind: isWeekend(day) ? 'weekend' : 'workday', nameZh: null, known, basis: 'weekday' }
}

/**
 * Whether a day is worked in mainland China: statutory holidays, weekends, and weekends worked in lieu (调休).
 * Source: chinese-days 1.5.7 (State Council notices), over which the shop's own table goes. Days of a year without a notice
 * carry `known: false` and are never guessed beyond the law's own days.
 * @example statutoryDay(parseDay('2026-02-14')) // { kind: 'makeUpWorkday', nameZh: '春节', known: true, basis: 'notice' }
 */
export function statutoryDay(day: BusinessDay, overrides: HolidayOverrides = NONE): StatutoryDay {
  const stated = overrides.get(day)
  if (stated) return { kind: stated.kind, nameZh: stated.nameZh || null, known: true, basis: 'override' }
  const year = Number(day.slice(0, 4))
  return hasHolidayNotice(year) ? noticedDay(day) : unknownDay(day, isHolidayYearKnown(year, overrides))
}
