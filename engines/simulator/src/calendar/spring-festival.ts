import { addDays, assert, type BusinessDay, parseDay } from '@zhanggui/kernel'

/** First day of the first lunar month. Source: Hong Kong Observatory, Gregorian-Lunar Calendar Conversion Table. */
const FIRST_DAYS: Record<number, string> = {
  2018: '2018-02-16',
  2019: '2019-02-05',
  2020: '2020-01-25',
  2021: '2021-02-12',
  2022: '2022-02-01',
  2023: '2023-01-22',
  2024: '2024-02-10',
  2025: '2025-01-29',
  2026: '2026-02-17',
  2027: '2027-02-06',
  2028: '2028-01-26',
  2029: '2029-02-13',
  2030: '2030-02-03',
  2031: '2031-01-23',
  2032: '2032-02-11',
}

/** Errors: throws for a year outside the table. */
export function springFestival(year: number): BusinessDay {
  const day = FIRST_DAYS[year]
  assert(day, `the Spring Festival of ${year} is known`)
  return parseDay(day)
}

export const springFestivalOffset = (year: number, days: number): BusinessDay => addDays(springFestival(year), days)
