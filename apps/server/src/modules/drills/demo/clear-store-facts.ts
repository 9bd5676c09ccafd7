import type { FactStore } from '../../../storage/facts/fact-store.ts'

/**
 * Removes every fact of one shop: from the fact tables and from whatever is derived from them (any MergeTree table with a
 * `store` column). Safe to repeat. Errors: `FactStoreError`.
 */
export async function clearStoreFacts(facts: FactStore, store: string): Promise<void> {
  const tables = await facts.query<{ name: string }>(
    `SELECT t.name AS name
FROM system.tables AS t
INNER JOIN system.columns AS c ON c.database = t.database AND c.table = t.name
WHERE t.database = {database:String} AND c.name = 'store' AND t.engine LIKE '%MergeTree'
ORDER BY name`,
    { database: facts.database },
  )
  for (const { name } of tables)
    await facts.command(
      `DELETE FROM ${facts.database}.\`${name}\`${facts.onCluster()} WHERE store = {store:String} SETTINGS lightweight_deletes_sync = 2`,
      { store },
    )
}
