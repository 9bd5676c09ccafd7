import { join } from 'node:path'
import { FACT_TABLES, type FactTable } from '@zhanggui/facts'
import type { FactStore } from '../facts/fact-store.ts'

export type DumpedFacts = {
  migrations: string[]
  tables: { table: string; rows: number; columns: { name: string; type: string }[]; paths: string[] }[]
}

/** One slice a partition keeps each file, and the memory to write it, small. */
const sliceOf = (table: FactTable): string => table.partitionBy ?? '0'

/** Replaced rows are left behind: only what reads see is kept. */
const source = (facts: FactStore, table: FactTable): string =>
  `${facts.database}.${table.name}${table.mode === 'replace' ? ' FINAL' : ''}`

async function dumpTable(facts: FactStore, table: FactTable, folder: string): Promise<DumpedFacts['tables'][number]> {
  const columns = await facts.query<{ name: string; type: string }>(
    `SELECT name, type FROM system.columns
WHERE database = {database:String} AND table = {table:String} AND default_kind IN ('', 'DEFAULT') ORDER BY position`,
    { database: facts.database, table: table.name },
  )
  const slices = await facts.query<{ slice: number; n: number }>(
    `SELECT ${sliceOf(table)} AS slice, count() AS n FROM ${source(facts, table)} GROUP BY slice ORDER BY slice`,
  )
  const paths: string[] = []
  for (const { slice } of slices) {
    const path = join(folder, `facts-${table.name}-${slice}.native.zst`)
    await facts.dump({
      sql: `SELECT ${columns.map((c) => c.name).join(', ')} FROM ${source(facts, table)} WHERE ${sliceOf(table)} = {slice:UInt32}`,
      params: { slice },
      path,
    })
    paths.push(path)
  }
  return { table: table.name, rows: slices.reduce((sum, s) => sum + s.n, 0), columns, paths }
}

/**
 * Every declared fact table into `folder`, packed files in ClickHouse's own format. Rollups are left out: they fill
 * themselves again when the facts are put back.
 */
export async function dumpFacts(facts: FactStore, folder: string): Promise<DumpedFacts> {
  const applied = await facts.query<{ id: string }>(
    `SELECT DISTINCT id FROM ${facts.database}.schema_migrations ORDER BY id`,
  )
  const tables: DumpedFacts['tables'] = []
  for (const table of FACT_TABLES) tables.push(await dumpTable(facts, table, folder))
  return { migrations: applied.map((a) => a.id), tables }
}
