import { getFactTable, type TableName } from '@zhanggui/facts'

/** Columns that the loading adds: no market knows them. */
export const LOADING_COLUMNS: ReadonlySet<string> = new Set([
  'store',
  'version',
  'content_hash',
  'import_id',
  'received_at',
])

/** Names of the columns that market rows have, in the fact table's order. */
export const marketColumns = (table: TableName): string[] =>
  getFactTable(table)
    .columns.map((c) => c.name)
    .filter((name) => !LOADING_COLUMNS.has(name))

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const NEEDS_ESCAPE = /[\\\t\n\r]/
const escapeText = (text: string): string =>
  NEEDS_ESCAPE.test(text) ? text.replace(/[\\\t\n\r]/g, (c) => ESCAPES[c] ?? c) : text

function encodeValue(value: unknown): string {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return escapeText(value)
  return '\\N'
}

/**
 * Rows as TSV text in the column order of `marketColumns`; instants stay UTC milliseconds, null is `\N`.
 * Errors: throws on a row that lacks a column.
 */
export function encodeTsv(table: TableName, rows: readonly Record<string, unknown>[]): string {
  const columns = marketColumns(table)
  const last = columns.length - 1
  let text = ''
  for (const row of rows)
    for (let i = 0; i <= last; i++) {
      const value = row[columns[i] ?? '']
      if (value === undefined) throw new Error(`a row of ${table} lacks ${columns[i]}`)
      text += encodeValue(value) + (i === last ? '\n' : '\t')
    }
  return text
}
