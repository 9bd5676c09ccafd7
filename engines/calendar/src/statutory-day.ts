import { type BusinessDay, daysBetween, parseDay } from '@zhanggui/kernel'
import chineseDays from 'chinese-days'

export type StatutoryDay = {
  kind: 'holiday' | 'workday' | 'weekend' | 'makeUpWorkday'
  /** 春节, 国庆节, …; null on ordinary days. */
  nameZh: string | null
  /** False when the State Council's notice for the year is not in the data: then only weekdays and weekends are known. */
  known: boolean
}

/** A Monday, to tell weekends without a time zone. */
const MONDAY = parseDay('2024-01-01')
const isWeekend = (day: BusinessDay): boolean => ((daysBetween(MONDAY, day) % 7) + 7) % 7 >= 5

/** True when the year's notice is in the data: its National Day is then named, an unknown year's is not. */
export const hasHolidayNotice = (year: number): boolean => chineseDays.getDayDetail(`${year}-10-01`).name.includes(',')

/** The last year whose statutory holidays are known; plans beyond it must warn. */
export function lastHolidayYear(): number {
  let year = 2024
  while (hasHolidayNotice(year + 1)) year++
  return year
}

/**
 * Whether a day is worked in mainland China: statutory holidays, weekends, and weekends worked in lieu (调休).
 * Source: chinese-days 1.5.7 (State Council notices).
 * @example statutoryDay(parseDay('2026-02-14')) // { kind: 'makeUpWorkday', nameZh: '春节', known: true }
 */
export function statutoryDay(day: BusinessDay): StatutoryDay {
  const { work, name } = chineseDays.getDayDetail(day)
  const known = hasHolidayNotice(Number(day.slice(0, 4)))
  const nameZh = name.includes(',') ? (name.split(',')[1] ?? null) : null
  const weekend = isWeekend(day)
  if (nameZh === null) return { kind: weekend ? 'weekend' : 'workday', nameZh, known }
  return { kind: work ? 'makeUpWorkday' : 'holiday', nameZh, known }
}
