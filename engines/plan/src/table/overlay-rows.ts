import type { TableRow } from '../plan.ts'

/** The imported rows in place of those of the same period; periods that the file does not name stay. */
export function overlayRows(existing: readonly TableRow[], rows: readonly TableRow[]): TableRow[] {
  const ids = new Set(rows.map(({ id }) => id))
  return [...existing.filter(({ id }) => !ids.has(id)), ...rows].toSorted((a, b) =>
    a.period < b.period ? -1 : a.period > b.period ? 1 : 0,
  )
}
