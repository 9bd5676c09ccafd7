import type { FactStore } from '../facts/fact-store.ts'

export type FactDump = { table: string; columns: readonly { name: string; type: string }[]; paths: readonly string[] }

/** Puts dumped rows into tables that migrations have just made. */
export async function loadFacts(facts: FactStore, dumped: readonly FactDump[]): Promise<void> {
  for (const { table, columns, paths } of dumped) {
    const names = columns.map((c) => c.name).join(', ')
    for (const path of paths)
      await facts.ingest({
        sql: (source) => `INSERT INTO ${facts.database}.${table} (${names}) SELECT ${names} FROM ${source}`,
        structure: columns.map((c) => `${c.name} ${c.type}`).join(', '),
        format: 'Native',
        body: { path },
      })
  }
}
