import type { Goal } from '@zhanggui/contract'
import type { Format } from '../../../format/use-format.ts'

/** Periods that have at least one goal, coarse before fine: the year, its quarters, months; days only of one month. */
export function goalColumns(goals: readonly Goal[], month: string | null): string[] {
  const periods = [...new Set(goals.map((g) => g.period))].sort()
  const days = periods.filter((p) => p.length === 10)
  if (month !== null) return [month, ...days.filter((d) => d.startsWith(month))]
  const years = periods.filter((p) => p.length === 4)
  return years.flatMap((year) => [
    year,
    ...periods.filter((p) => p.includes('Q') && p.startsWith(year)),
    ...periods.filter((p) => p.length === 7 && !p.includes('Q') && p.startsWith(year)),
  ])
}

/** Months that are split into days, which their column then opens. */
export const monthsWithDays = (goals: readonly Goal[]): ReadonlySet<string> =>
  new Set(goals.filter((g) => g.period.length === 10).map((g) => g.period.slice(0, 7)))

/** A column's head: within one year, without the year. @example columnLabel('2027-03', format) // '3月' */
export function columnLabel(
  period: string,
  columns: readonly string[],
  format: Pick<Format, 'period' | 'axis'>,
): string {
  const oneYear = columns.every((c) => c.slice(0, 4) === period.slice(0, 4))
  if (!oneYear || period.length === 4) return format.period(period)
  if (period.length === 10) return format.axis(period)
  return period.includes('Q') ? period.slice(5) : format.period(period).replace(/^\d{4}年|\s\d{4}$/, '')
}
