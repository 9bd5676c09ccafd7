import { addDays, type BusinessDay } from '@zhanggui/kernel'
import type { DayRange } from '../aligned-range.ts'
import type { Theme } from './theme.ts'

/**
 * How strongly something sells in each month, 1 being its own yearly mean: twelve figures, January first.
 * Null for a month that nothing is known of.
 */
export type Seasonality = { id: string; name: string; category: string; indexByMonth: readonly (number | null)[] }

export type ThemeProposal = {
  id: string
  name: string
  category: string
  index: number
  needZh: string | null
  needEn: string | null
}

/** Above its own mean by a tenth: below that a season is noise. Default of ours. */
export const SEASON_INDEX_MIN = 1.1

function daysByMonth({ from, to }: DayRange): Map<number, number> {
  const days = new Map<number, number>()
  for (let day: BusinessDay = from; day < to; day = addDays(day, 1)) {
    const month = Number(day.slice(5, 7)) - 1
    days.set(month, (days.get(month) ?? 0) + 1)
  }
  return days
}

/** The index over a span, each month by its days; null when a month of the span is unknown. */
export function indexOver(indexByMonth: readonly (number | null)[], span: DayRange): number | null {
  let [sum, count] = [0, 0]
  for (const [month, days] of daysByMonth(span)) {
    const index = indexByMonth[month]
    if (index === null || index === undefined) return null
    sum += index * days
    count += days
  }
  return count === 0 ? null : sum / count
}

/**
 * Products or categories that are in season while a theme runs, the strongest first; those in a category that the theme
 * names a need for come before others of the same index.
 * Shape: only those at or above `indexMin`; what is unknown in the span is left out, never assumed average.
 */
export function proposeProducts(
  theme: Theme,
  span: DayRange,
  candidates: readonly Seasonality[],
  { indexMin = SEASON_INDEX_MIN }: { indexMin?: number } = {},
): ThemeProposal[] {
  return candidates
    .flatMap(({ id, name, category, indexByMonth }): ThemeProposal[] => {
      const index = indexOver(indexByMonth, span)
      if (index === null || index < indexMin) return []
      const need = theme.needs.find((n) => category.includes(n.category) || n.category.includes(category))
      return [{ id, name, category, index, needZh: need?.needZh ?? null, needEn: need?.needEn ?? null }]
    })
    .sort(
      (a, b) => b.index - a.index || Number(b.needZh !== null) - Number(a.needZh !== null) || (a.id < b.id ? -1 : 1),
    )
}
