import type { FactStore } from '../../../storage/facts/fact-store.ts'

/** Fact tables and whatever is derived from them: every table that keeps rows by shop. */
async function tablesByStore(facts: FactStore): Promise<string[]> {
  const engine = facts.cluster ? 'Distributed' : '%MergeTree'
  const rows = await facts.query<{ name: string }>(
    `SELECT t.name AS name
FROM system.tables AS t
INNER JOIN system.columns AS c ON c.database = t.database AND c.table = t.name
WHERE t.database = {database:String} AND c.name = 'store' AND t.engine LIKE {engine:String}
ORDER BY name`,
    { database: facts.database, engine },
  )
  return rows.map((r) => r.name)
}

async function holdsRows(facts: FactStore, table: string, store: string): Promise<boolean> {
  const sql = `SELECT 1 AS found FROM \`${table}\` WHERE store = {store:String} LIMIT 1`
  return (await facts.query(sql, { store })).length > 0
}

/**
 * Removes every fact of one shop. Takes seconds where there are any, as a delete touches every part of a table; a table
 * without rows of the shop is left alone. Other shops may write meanwhile. Safe to repeat. Errors: `FactStoreError`.
 */
export async function clearStoreFacts(facts: FactStore, store: string): Promise<void> {
  for (const table of await tablesByStore(facts)) {
    if (!(await holdsRows(facts, table, store))) continue
    const target = `\`${facts.localTable(table)}\`${facts.onCluster()}`
    await facts.command(`DELETE FROM ${target} WHERE store = {store:String} SETTINGS lightweight_deletes_sync = 2`, {
      store,
    })
  }
}
