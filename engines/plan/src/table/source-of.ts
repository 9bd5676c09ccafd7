import type { SourceRef, TableColumn, TableRow } from '../plan.ts'
import { COLUMN_TITLES } from './table-headers.ts'

/** The cell of a row, as a finding names it; null for a row that was typed in. */
export const sourceOf = (row: TableRow, column: TableColumn): SourceRef | null =>
  row.source && { ...row.source, column: COLUMN_TITLES[column].zh }
