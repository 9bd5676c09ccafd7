import type { QueryResult } from '@zhanggui/contract'

export type Group = { key: string; values: (number | null)[]; size: number }

type PivotWanted = {
  /** Column of the periods. */
  grain: string
  metric: string
  /** What a row belongs to, as one text. */
  groupOf: (row: QueryResult['rows'][number]) => string
  top: number
  /** The metric that says which groups are largest; the same one for all charts of a question. */
  rankBy: string
}

export type Pivot = { keys: string[]; groups: Group[]; others: (number | null)[] | null; groupCount: number }

const numberOf = (cell: unknown): number | null => (typeof cell === 'number' ? cell : null)

/** Adds known figures; nothing known stays unknown. */
const addKnown = (a: number | null, b: number | null): number | null => (a === null ? b : b === null ? a : a + b)

/**
 * Rows by period and group as one row of values a group, largest groups first.
 * Shape: `values` line up with `keys`, which stay in the order of the rows (campaign days do not sort as text); `others` adds the groups beyond `top`, and makes sense for figures that add up only.
 */
export function pivot(rows: QueryResult['rows'], { grain, metric, groupOf, top, rankBy }: PivotWanted): Pivot {
  const keys = [...new Set(rows.map((row) => String(row[grain] ?? '')))]
  const at = new Map(keys.map((key, index) => [key, index]))
  const groups = new Map<string, Group>()
  for (const row of rows) {
    const key = groupOf(row)
    const group = groups.get(key) ?? { key, values: keys.map(() => null), size: 0 }
    groups.set(key, group)
    group.values[at.get(String(row[grain] ?? '')) ?? 0] = numberOf(row[metric])
    group.size += numberOf(row[rankBy]) ?? 0
  }
  const ordered = [...groups.values()].sort((a, b) => b.size - a.size)
  const rest = ordered.slice(top)
  const others =
    rest.length === 0
      ? null
      : keys.map((_, i) => rest.reduce<number | null>((all, g) => addKnown(all, g.values[i] ?? null), null))
  return { keys, groups: ordered.slice(0, top), others, groupCount: ordered.length }
}
