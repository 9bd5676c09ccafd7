/** ClickHouse column types that facts use. Money is Int64 minor units, instants are UTC milliseconds. */
export type ColumnType =
  | 'LowCardinality(String)'
  | 'String'
  | 'Date'
  | 'Nullable(Date)'
  | "DateTime64(3, 'UTC')"
  | "Nullable(DateTime64(3, 'UTC'))"
  | 'UInt8'
  | 'Nullable(UInt8)'
  | 'UInt32'
  | 'Nullable(UInt32)'
  | 'UInt64'
  | 'Int32'
  | 'Int64'
  | 'Nullable(Int64)'
  | 'Nullable(Float64)'

export type FactColumn = {
  name: string
  type: ColumnType
  /** What the column means, with its unit; read by the data dictionary. */
  meaning: string
  codec?: string
}

export type TableName =
  | 'events'
  | 'order_lines'
  | 'ad_daily'
  | 'shop_daily'
  | 'feedback'
  | 'stock_daily'
  | 'items'
  | 'members'
  | 'social_posts'

/**
 * Whom the rows of a table are about, and what becomes of a row when that person is forgotten (P13.09): `column` and the
 * `blank` columns say nothing any more, an id in `rename` that holds the person's hash gets another name, and everything
 * else stays, so that money and counts stay what they were.
 */
export type Person = {
  column: string
  blank: readonly string[]
  rename: readonly string[]
  /** What the rows are kept for, and what of them ends after the shop's retention: the person, or the whole row. */
  purposeZh: string
  purposeEn: string
  retention: 'detach' | 'remove'
}

/**
 * One fact table: what DDL, imports, the simulator and the metric catalogue all read.
 * `append` tables are immutable rows, deduplicated before they are written by `rowKey`. `replace` tables keep the row with
 * the highest `version` for each `orderBy` key (ReplacingMergeTree) and are read with FINAL.
 */
export type FactTable = {
  name: TableName
  meaning: string
  mode: 'append' | 'replace'
  columns: readonly FactColumn[]
  orderBy: readonly string[]
  /** People write rows too, under the version of the row they replace: of equal versions the later stays, and only FINAL knows it. */
  isEdited?: true
  person?: Person
  /** Years, not months, unless a month alone is large: an insert writes one part for every partition that it touches. */
  partitionBy: string | null
  /** The column that says which shard a row lives on. */
  shardBy: string
  indexes?: readonly string[]
}

export const factTable = (table: FactTable): FactTable => table
