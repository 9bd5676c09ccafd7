import type { SqlRow } from '@zhanggui/metrics'

/** The cell that a row belongs to. */
const cellOf = (row: SqlRow, dimensions: number): string =>
  JSON.stringify(Array.from({ length: dimensions }, (_, i) => row[`dim${i}`]))

const added = (a: SqlRow[string] | undefined, b: SqlRow[string]): SqlRow[string] =>
  typeof a === 'number' && typeof b === 'number' ? a + b : b

/** Rows of the same cell in one: dimensions stay, counts and sums are added up. */
export function addRows(rows: readonly SqlRow[], dimensions: number): SqlRow[] {
  const cells = new Map<string, SqlRow>()
  for (const row of rows) {
    const key = cellOf(row, dimensions)
    const sum = cells.get(key)
    const figures = Object.entries(row).filter(([name]) => !name.startsWith('dim'))
    if (!sum) cells.set(key, { ...row })
    else for (const [name, value] of figures) sum[name] = added(sum[name], value)
  }
  return [...cells.values()]
}
