import type { Sql } from './sql-text.ts'

/** What a kind may be told about the file: fixed for a whole import. */
export type KindOptions = {
  /** Order of day and month in dates like 05.08.2019. Default `ymd`: such dates are refused rather than guessed. */
  dateOrder: 'ymd' | 'dmy' | 'mdy'
  /** For dates without a year (`6-18`). */
  year: number | null
}

/**
 * How one kind of cell becomes a value, inside the engine, for millions of rows at once.
 * `value` yields NULL for a blank cell and for an unreadable one; `fault` tells the two apart and names what is wrong.
 * `{timeZone:String}`, `{k0:UInt64}` and `{k1:UInt64}` are parameters of every statement.
 */
export type FieldKind = {
  id: string
  /** ClickHouse type of the value, always nullable. */
  type: string
  /** Personal data: the cell is never shown, not even in the quarantine file. */
  personal?: boolean
  value: (cell: Sql, options: KindOptions) => Sql
  fault: { code: string; when: (cell: Sql, value: Sql) => Sql } | null
}
