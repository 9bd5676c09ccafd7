import { setTimeout } from 'node:timers/promises'
import type { FactStore } from '../src/storage/facts/fact-store.ts'
import { type Timed, timed } from './measure.ts'

/** A table with the file's own columns, as somebody would declare it for the engine alone. */
export type BareTable = { columns: string; orderBy: string; skipLines: number }

/** Merges that an import left behind would take a processor from what is measured next. */
async function withoutMerging(facts: FactStore): Promise<void> {
  for (;;) {
    const [row] = await facts.query<{ n: number }>('SELECT count() AS n FROM system.merges')
    if (!row?.n) return
    await setTimeout(100)
  }
}

/**
 * What it takes the engine itself to read a CSV into a MergeTree table with the file's own columns: values typed, instants
 * read, rows sorted; no check, no hash, no deduplication, nothing flushed to disk. What an import is measured against.
 */
export async function bareIngest(
  facts: FactStore,
  { table, paths }: { table: BareTable; paths: readonly string[] },
): Promise<Timed<void>> {
  await withoutMerging(facts)
  await facts.command(`CREATE TABLE bare (${table.columns}) ENGINE = MergeTree ORDER BY ${table.orderBy}`)
  const run = await timed(async () => {
    for (const path of paths)
      await facts.ingest({
        sql: (source) => `INSERT INTO bare SELECT * FROM ${source}`,
        structure: table.columns,
        format: 'CSV',
        body: { path },
        settings: { input_format_csv_skip_first_lines: table.skipLines },
      })
  })
  await facts.command('DROP TABLE bare SYNC')
  return run
}
