import { type ColumnType, getFactTable, ORDER_STATUSES, type TableName } from '@zhanggui/facts'
import { LOADING_COLUMNS, marketColumns } from '@zhanggui/simulator'
import type { FactStore } from '../../../storage/facts/fact-store.ts'

/** A demo row comes before every import: whatever a person imports later stands above it. */
const FIRST_IMPORT = 0
/** Room for import numbers below each status, as imports count versions. */
const VERSIONS_PER_STATUS = 2 ** 40

const isInstant = (type: ColumnType): boolean => type.includes('DateTime64')
/** As it stands in the text: instants as milliseconds, names without their dictionaries. */
function textType(type: ColumnType): string {
  if (type === 'LowCardinality(String)') return 'String'
  if (!isInstant(type)) return type
  return type.startsWith('Nullable') ? 'Nullable(Int64)' : 'Int64'
}

function versionSql(table: TableName): string {
  if (table !== 'order_lines') return `toUInt64(${FIRST_IMPORT})`
  const statuses = ORDER_STATUSES.map((s) => `'${s}'`).join(', ')
  return `(indexOf([${statuses}], status) - 1) * ${VERSIONS_PER_STATUS} + ${FIRST_IMPORT}`
}

function loadingSql(table: TableName, column: string): string {
  // A hash of NULL is NULL: what is not known is hashed as a word.
  const content = marketColumns(table).map((name) => `ifNull(toString(${name}), 'null')`)
  const values: Record<string, string> = {
    store: '{store:String}',
    version: versionSql(table),
    content_hash: `cityHash64(${content.join(', ')})`,
    import_id: `toUInt32(${FIRST_IMPORT})`,
    received_at: "fromUnixTimestamp64Milli({now:Int64}, 'UTC')",
  }
  const sql = values[column]
  if (sql === undefined) throw new Error(`no rule for the loading column ${column}`)
  return sql
}

/** The INSERT … SELECT that turns TSV of market rows into rows of the fact table. */
export function marketInsertSql(facts: Pick<FactStore, 'database'>, table: TableName, source: string): string {
  const columns = getFactTable(table).columns
  const values = columns.map(({ name, type }) => {
    if (LOADING_COLUMNS.has(name)) return `${loadingSql(table, name)} AS ${name}_`
    return isInstant(type) ? `fromUnixTimestamp64Milli(${name}, 'UTC') AS ${name}_` : name
  })
  return `INSERT INTO ${facts.database}.${table} (${columns.map((c) => c.name).join(', ')})
SELECT ${values.join(',\n  ')}
FROM ${source}`
}

/** Names and types of the TSV's columns. */
export function marketStructure(table: TableName): string {
  const columns = getFactTable(table).columns.filter((c) => !LOADING_COLUMNS.has(c.name))
  return columns.map((c) => `${c.name} ${textType(c.type)}`).join(', ')
}

/** Stores one chunk of market rows. Durable once answered. Errors: `FactStoreError`. */
export async function insertMarketRows(
  facts: FactStore,
  chunk: { store: string; table: TableName; data: Uint8Array; now: Date },
): Promise<void> {
  await facts.ingest({
    sql: (source) => marketInsertSql(facts, chunk.table, source),
    structure: marketStructure(chunk.table),
    format: 'TSV',
    body: { data: Buffer.from(chunk.data.buffer, chunk.data.byteOffset, chunk.data.byteLength) },
    params: { store: chunk.store, now: chunk.now.getTime() },
  })
}
