/** What one item brought in an hour. */
export type ItemSales = { item: string; units: number; paidCents: number; views: number }

export type RankedItem = ItemSales & { rank: number }

/** The leading items: most paid first, ties by units, then by id, so that every process names the same list. */
export function rankItems(rows: readonly ItemSales[], limit: number): RankedItem[] {
  return rows
    .filter((row) => row.units > 0 || row.paidCents > 0)
    .sort((a, b) => b.paidCents - a.paidCents || b.units - a.units || (a.item < b.item ? -1 : 1))
    .slice(0, limit)
    .map((row, i) => ({ ...row, rank: i + 1 }))
}

/** An item of a past hour: as it was shown when the hour ended, and as it stands now that late data is in. */
export type CorrectedItem = {
  item: string
  shown: { rank: number; units: number; paidCents: number } | null
  now: { rank: number; units: number; paidCents: number } | null
  changed: boolean
}

const figures = (row: RankedItem | undefined): CorrectedItem['shown'] =>
  row ? { rank: row.rank, units: row.units, paidCents: row.paidCents } : null

/**
 * What late events changed about a list that was shown: each item with both its places.
 * Shape: the list as it stands now, then what has left it, by the place it was shown at.
 */
export function correctHotList(shown: readonly RankedItem[], now: readonly RankedItem[]): CorrectedItem[] {
  const then = new Map(shown.map((row) => [row.item, row]))
  const listed = new Set(now.map((row) => row.item))
  const pairs = [
    ...now.map((row) => ({ item: row.item, shown: figures(then.get(row.item)), now: figures(row) })),
    ...shown.filter((row) => !listed.has(row.item)).map((row) => ({ item: row.item, shown: figures(row), now: null })),
  ]
  return pairs.map((pair) => ({
    ...pair,
    changed:
      pair.shown?.rank !== pair.now?.rank ||
      pair.shown?.units !== pair.now?.units ||
      pair.shown?.paidCents !== pair.now?.paidCents,
  }))
}
