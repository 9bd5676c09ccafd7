import type { Plan, SourceRef, TableColumn, TableRow } from '../plan.ts'
import { DERIVED } from '../table/derived.ts'
import { COLUMN_TITLES } from '../table/table-headers.ts'

/** The cell of the yearly table that an object was made of. */
export type CellOrigin = { row: TableRow; column: TableColumn }

/** Finds the cell behind an object's id. Goals carry no such id; theirs is the target cell whose words their note repeats. */
export type OriginOf = (object: { id: string; period?: string; note?: string }) => CellOrigin | null

const isColumn = (text: string): text is TableColumn => text in COLUMN_TITLES

export function tableOrigins({ table }: Pick<Plan, 'table'>): OriginOf {
  const byId = new Map(table.map((row) => [row.id.replace(/^row:/, ''), row]))
  const byPeriod = new Map<string, TableRow>(table.map((row) => [row.period, row]))
  return ({ id, period = '', note = '' }) => {
    if (id.startsWith(DERIVED)) {
      const [rowId = '', column = ''] = id.slice(DERIVED.length).split('/')
      const row = byId.get(rowId)
      return row && isColumn(column) ? { row, column } : null
    }
    const row = byPeriod.get(period)
    return row && row.target.trim() !== '' && note.includes(row.target) ? { row, column: 'target' } : null
  }
}

/** The cell as a person finds it in the file; `null` for a table that was typed in. */
export const cellSource = ({ row, column }: CellOrigin): SourceRef | null =>
  row.source ? { ...row.source, column: row.source.column ?? COLUMN_TITLES[column].zh } : null

/** The cell of a row that a field names; `null` for a field that is no column, such as its id. */
export const cellOf = (row: TableRow, field: string | null): CellOrigin | null =>
  field !== null && isColumn(field) ? { row, column: field } : null
