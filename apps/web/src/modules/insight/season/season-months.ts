import type { SeasonPeak } from '@zhanggui/contract'

/** What a month means for a peak: the peak itself, research, the month by which it is decided, between decision and peak. */
export type MonthMark = 'peak' | 'research' | 'decide' | 'prepare' | null

const countOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
const monthOf = (count: number): string => `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`

/** The month of `asOf` and the twelve after it, as `2027-05`. */
export const monthsFrom = (asOf: string): string[] =>
  Array.from({ length: 13 }, (_, i) => monthOf(countOf(asOf.slice(0, 7)) + i))

/** Days to research and to decide are firsts of months: research ends, and preparation begins, in the month of the decision. */
export function markOf({ from, to, researchFrom, decideBy }: SeasonPeak, month: string): MonthMark {
  if (from <= month && month <= to) return 'peak'
  if (month === decideBy.slice(0, 7)) return 'decide'
  if (researchFrom.slice(0, 7) <= month && month < decideBy) return 'research'
  return decideBy < month && month < from ? 'prepare' : null
}

export type SeasonRow = { group: string; label: string; peaks: SeasonPeak[] }

/** A line for each group in the order of its first peak. */
export function rowsOf(peaks: readonly SeasonPeak[]): SeasonRow[] {
  const rows = new Map<string, SeasonRow>()
  for (const peak of peaks) {
    const row = rows.get(peak.group) ?? { group: peak.group, label: peak.label, peaks: [] }
    row.peaks.push(peak)
    rows.set(peak.group, row)
  }
  return [...rows.values()]
}

/** What a month is to a whole line: a peak stands before the preparation of another. */
export function markOfRow({ peaks }: SeasonRow, month: string): { mark: MonthMark; peak: SeasonPeak | null } {
  const found = peaks.map((peak) => ({ mark: markOf(peak, month), peak }))
  const first = (mark: MonthMark) => found.find((f) => f.mark === mark)
  return first('peak') ?? first('decide') ?? first('research') ?? first('prepare') ?? { mark: null, peak: null }
}
