import type { Goal } from '@zhanggui/contract'

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
