import type { Cell, QueryResult } from '@zhanggui/contract'
import type { Change } from '../../format/change.ts'
import { movementOf } from './partial.ts'

export type RankRow = {
  key: string
  value: number | null
  before: number | null
  /** Null also where the two sides do not hold the same stretch of days. */
  change: Change | null
  /** Of the total of the range; null for figures that do not add up. */
  share: number | null
}

const numberOf = (cell: Cell | undefined): number | null => (typeof cell === 'number' ? cell : null)

/**
 * Rows of one dimension with their share of the total and their movement, largest first, unknown last.
 * Shares are of the query's own total, so rows that a limit cut off are not forgotten.
 */
export function rankRows(result: QueryResult, dimension: string, metric: string): RankRow[] {
  const unit = result.columns.find((column) => column.id === metric)?.unit ?? null
  const total = numberOf(result.totals[metric])
  const addsUp = unit === 'money' || unit === 'count'
  return result.rows
    .map((row): RankRow => {
      const value = numberOf(row[metric])
      const before = numberOf(row[`${metric}Compare`])
      const share = addsUp && value !== null && total !== null && total > 0 ? value / total : null
      return {
        key: String(row[dimension] ?? ''),
        value,
        before,
        change: movementOf(result, row, { period: '', metric }),
        share,
      }
    })
    .sort((a, b) => (b.value ?? Number.NEGATIVE_INFINITY) - (a.value ?? Number.NEGATIVE_INFINITY))
}

/** True when the source does not say who is who: nothing but the unknown, or nothing at all. */
export const namesNothing = (rows: readonly RankRow[]): boolean =>
  rows.every(({ key, value }) => key === '' || value === null)

/** The known row whose figure moved most, up or down, in its own unit. `null` without a comparison. */
export function largestMove(rows: readonly RankRow[]): { row: RankRow; difference: number } | null {
  const moved = rows.flatMap((row) =>
    row.key === '' || row.value === null || row.before === null || (row.change === null && row.before !== 0)
      ? []
      : [{ row, difference: row.value - row.before }],
  )
  moved.sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference))
  const first = moved[0]
  return first && first.difference !== 0 ? first : null
}
