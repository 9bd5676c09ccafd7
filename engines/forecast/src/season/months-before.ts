import { addDays, type BusinessDay, daysBetween, parseDay } from '@zhanggui/kernel'
import { type Grain, periodIndex, periodStart, type Series } from '../series/series.ts'

const two = (n: number): string => String(n).padStart(2, '0')

/** First day of the month that is `count` months after January of year 0. */
export const monthOf = (count: number): BusinessDay => parseDay(`${Math.floor(count / 12)}-${two((count % 12) + 1)}-01`)
export const countOf = (day: BusinessDay): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
export const shiftMonths = (day: BusinessDay, months: number): BusinessDay => monthOf(countOf(day) + months)

/** Sums of whole months; `first` counts months as `countOf` does. */
export type Months = { first: number; values: (number | null)[] }

const DAYS: Readonly<Record<Exclude<Grain, 'month'>, number>> = { day: 1, week: 7 }

function monthSum(series: Series, from: BusinessDay, to: BusinessDay): number | null {
  if (series.grain === 'month') return series.values[periodIndex(series, from)] ?? null
  const length = DAYS[series.grain]
  let sum = 0
  for (let i = Math.max(0, periodIndex(series, from)); ; i++) {
    const start = periodStart(series, i)
    if (start >= to) return sum
    const value = series.values[i]
    if (value === null || value === undefined) return null
    const end = addDays(start, length)
    const inside = daysBetween(start < from ? from : start, end > to ? to : end)
    sum += (value * inside) / length
  }
}

/** Whole months of a series before `asOf`; daily and weekly periods count by their days, a month with an unknown part is null. */
export function monthsBefore(series: Series, asOf: BusinessDay): Months {
  const first = countOf(series.start) + (series.start.endsWith('-01') ? 0 : 1)
  const values: (number | null)[] = []
  for (let month = first; month < countOf(asOf); month++)
    values.push(monthSum(series, monthOf(month), monthOf(month + 1)))
  while (values.at(-1) === null) values.pop()
  return { first, values }
}
