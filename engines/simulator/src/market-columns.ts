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
