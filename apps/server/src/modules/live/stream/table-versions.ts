import type { TableName } from '@zhanggui/facts'
import type { Context } from '../../../context.ts'
import { stringLiteral } from '../../../storage/facts/sql-literal.ts'

export type TableVersions = Partial<Record<TableName, string>>

/**
 * A text for each fact table that changes whenever a fact of it is added, replaced or removed, as `readDataVersion` has it for all
 * of them: so a board need not ask for orders again because an event came in.
 */
export async function readTableVersions({ facts }: Context): Promise<TableVersions> {
  const parts = facts.cluster ? `cluster(${stringLiteral(facts.cluster)}, system.parts)` : 'system.parts'
  const rows = await facts.query<{ name: string; version: string }>(
    `SELECT
  replaceRegexpOne(table, '_local$', '') AS name,
  toString(sum(cityHash64(host, partition_id, newest, mutated))) AS version
FROM (
  SELECT
    hostName() AS host,
    table,
    partition_id,
    max(max_block_number) AS newest,
    max(data_version) AS mutated
  FROM ${parts}
  WHERE active AND database = {database:String}
  GROUP BY host, table, partition_id
)
GROUP BY name`,
    { database: facts.database },
  )
  return Object.fromEntries(rows.map((row) => [row.name, row.version]))
}
