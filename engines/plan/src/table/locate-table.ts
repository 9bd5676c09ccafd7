import type { Grid } from './table-grid.ts'
import { type HeaderColumn, headerColumn } from './table-headers.ts'

/** Where the table stands: its header (rows count from 1), which column is which (index from 0), and headers that are none. */
export type TablePlace = { headerRow: number; columns: ReadonlyMap<HeaderColumn, number>; ignored: readonly string[] }

/** A header further down belongs to another table. */
const HEADER_ROWS_MAX = 30
/** Time and two more: fewer may be any table. */
const COLUMNS_MIN = 3

function columnsOf(cells: readonly string[]): Map<HeaderColumn, number> {
  const columns = new Map<HeaderColumn, number>()
  cells.forEach((cell, index) => {
    const column = headerColumn(cell)
    if (column && !columns.has(column)) columns.set(column, index)
  })
  return columns
}

const hasTime = (columns: ReadonlyMap<HeaderColumn, number>): boolean =>
  columns.has('period') || columns.has('periodTarget')

/** Null when no row names the time and at least two more of the seven columns. */
export function locateTable({ rows }: Grid): TablePlace | null {
  let best: { row: number; columns: Map<HeaderColumn, number> } | null = null
  rows.slice(0, HEADER_ROWS_MAX).forEach((cells, index) => {
    const columns = columnsOf(cells)
    if (hasTime(columns) && columns.size >= COLUMNS_MIN && columns.size > (best?.columns.size ?? 0))
      best = { row: index + 1, columns }
  })
  const found = best as { row: number; columns: Map<HeaderColumn, number> } | null
  if (!found) return null
  const used = new Set(found.columns.values())
  const ignored = (rows[found.row - 1] ?? []).filter((cell, index) => !used.has(index) && cell.trim() !== '')
  return { headerRow: found.row, columns: found.columns, ignored: ignored.map((cell) => cell.trim()) }
}
