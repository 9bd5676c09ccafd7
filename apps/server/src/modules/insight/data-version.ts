import type { Context } from '../../context.ts'
import { stringLiteral } from '../../storage/facts/sql-literal.ts'

/**
 * A text that changes whenever a fact is added, replaced or removed, by whichever process: an insert takes a new block
 * number, a delete a new data version, a dropped partition goes missing. Merges change none of these.
 */
export async function readDataVersion({ facts }: Context): Promise<string> {
  const parts = facts.cluster ? `cluster(${stringLiteral(facts.cluster)}, system.parts)` : 'system.parts'
  const [row] = await facts.query<{ version: string }>(
    `SELECT toString(sum(cityHash64(table, partition_id, newest, mutated))) AS version
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
)`,
    { database: facts.database },
  )
  return row?.version ?? '0'
}
