import type { FactStore } from '../src/storage/facts/fact-store.ts'
import { type Timed, timed } from './measure.ts'

/**
 * What it takes the engine itself to read a CSV into a table of typed columns, with no check, no hash, no
 * deduplication: what an import is measured against.
 */
export async function bareIngest(
  facts: FactStore,
  { columns, paths, skipLines }: { columns: string; paths: readonly string[]; skipLines: number },
): Promise<Timed<void>> {
  await facts.command(`CREATE TABLE bare (${columns}) ENGINE = MergeTree ORDER BY tuple()`)
  const run = await timed(async () => {
    for (const path of paths)
      await facts.ingest({
        sql: (source) => `INSERT INTO bare SELECT * FROM ${source}`,
        structure: columns,
        format: 'CSV',
        body: { path },
        settings: { input_format_csv_skip_first_lines: skipLines },
      })
  })
  await facts.command('DROP TABLE bare')
  return run
}
