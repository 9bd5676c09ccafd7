import type { FactStore } from './fact-store.ts'
import { bareName } from './sql-literal.ts'

/** Tables that hold what one process has worked out and can work out again; nothing in them outlives it. */
export const SCRATCH_PREFIX = 'remembered_'

/** Drops every such table; at the start those that a process before this one left behind. */
export async function dropScratchTables(facts: Pick<FactStore, 'query' | 'command' | 'database'>): Promise<void> {
  const tables = await facts.query<{ name: string }>(
    'SELECT name FROM system.tables WHERE database = {database:String} AND startsWith(name, {prefix:String})',
    { database: facts.database, prefix: SCRATCH_PREFIX },
  )
  for (const { name } of tables) await facts.command(`DROP TABLE IF EXISTS ${bareName(name)}`)
}
