import type { FactTable } from './fact-table.ts'

/** Smaller parts keep their columns in one file: two files a column cost an insert more than the rows themselves. */
export const WIDE_FROM_BYTES = 128 * 1024 * 1024

const SETTINGS = [
  'fsync_after_insert = 1',
  'fsync_part_directory = 1',
  `min_bytes_for_wide_part = ${WIDE_FROM_BYTES}`,
] as const

/**
 * DDL of one fact table, safe to run twice.
 * With a cluster the rows live in `<name>_local` on every shard and `<name>` is a Distributed table over them.
 * `settings` are further settings of the table. `onCluster` is '' where each statement is sent to every server instead. An insert is on disk before it is answered.
 * Shape: one statement a string, in order.
 */
export function createTableSql(
  table: FactTable,
  at: {
    database: string
    name?: string
    cluster?: string | undefined
    onCluster?: string
    settings?: readonly string[]
  },
): string[] {
  const {
    database,
    cluster,
    name = table.name,
    settings = [],
    onCluster = cluster ? ` ON CLUSTER ${cluster}` : '',
  } = at
  const columns = table.columns.map((c) => `  ${c.name} ${c.type}${c.codec ? ` CODEC(${c.codec})` : ''}`)
  const body = [...columns, ...(table.indexes ?? []).map((i) => `  ${i}`)].join(',\n')
  const engine = table.mode === 'replace' ? 'ReplacingMergeTree(version)' : 'MergeTree'
  const storage = [
    `ENGINE = ${engine}`,
    ...(table.partitionBy ? [`PARTITION BY ${table.partitionBy}`] : []),
    `ORDER BY (${table.orderBy.join(', ')})`,
    `SETTINGS ${[...SETTINGS, ...settings].join(', ')}`,
  ].join('\n')
  const local = cluster ? `${name}_local` : name
  const statements = [`CREATE TABLE IF NOT EXISTS ${database}.${local}${onCluster} (\n${body}\n)\n${storage}`]
  if (cluster)
    statements.push(
      `CREATE TABLE IF NOT EXISTS ${database}.${name}${onCluster} AS ${database}.${local}\nENGINE = Distributed(${cluster}, ${database}, ${local}, ${table.shardBy})`,
    )
  return statements
}
