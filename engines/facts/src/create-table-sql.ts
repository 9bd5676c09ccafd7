import type { FactTable } from './fact-table.ts'

/**
 * DDL of one fact table, safe to run twice.
 * With a cluster the rows live in `<name>_local` on every shard and `<name>` is a Distributed table over them.
 * Shape: one statement a string, in order.
 */
export function createTableSql(
  table: FactTable,
  at: { database: string; name?: string; cluster?: string | undefined },
): string[] {
  const { database, cluster, name = table.name } = at
  const columns = table.columns.map((c) => `  ${c.name} ${c.type}${c.codec ? ` CODEC(${c.codec})` : ''}`)
  const body = [...columns, ...(table.indexes ?? []).map((i) => `  ${i}`)].join(',\n')
  const engine = table.mode === 'replace' ? 'ReplacingMergeTree(version)' : 'MergeTree'
  const storage = [
    `ENGINE = ${engine}`,
    ...(table.partitionBy ? [`PARTITION BY ${table.partitionBy}`] : []),
    `ORDER BY (${table.orderBy.join(', ')})`,
  ].join('\n')
  const onCluster = cluster ? ` ON CLUSTER ${cluster}` : ''
  const local = cluster ? `${name}_local` : name
  const statements = [`CREATE TABLE IF NOT EXISTS ${database}.${local}${onCluster} (\n${body}\n)\n${storage}`]
  if (cluster)
    statements.push(
      `CREATE TABLE IF NOT EXISTS ${database}.${name}${onCluster} AS ${database}.${local}\nENGINE = Distributed(${cluster}, ${database}, ${local}, ${table.shardBy})`,
    )
  return statements
}
