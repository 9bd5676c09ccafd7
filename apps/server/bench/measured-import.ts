import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ImportJob } from '@zhanggui/contract'
import type { Context } from '../src/context.ts'
import { createStore } from '../src/modules/admin/stores.ts'
import { runImport } from '../src/modules/data/run-import.ts'
import { openContext } from '../src/open-context.ts'
import { readSettings } from '../src/settings.ts'
import { type BareTable, bareIngest } from './bare-ingest.ts'
import type { BenchReport } from './bench-part.ts'
import { BENCH_STORE } from './generated-year.ts'
import { peakMbAbove, timed, untilCalm } from './measure.ts'
import { newHome } from './new-home.ts'

type MeasuredImport = {
  id: string
  paths: readonly string[]
  /** A file of the same form with a line or two. */
  small: string
  /** The same files as the engine alone would read them: sorted, and the least it can do, as they come. */
  bare: BareTable
  heap: BareTable
  /** What the job must have counted: a fast import of too few rows is none. */
  check(job: ImportJob): boolean
}

/** A server that is idle, but has imported before: the bare ingest, measured last, finds its code loaded as well. */
async function warmUp(context: Context, home: string, small: string): Promise<void> {
  const path = join(home, 'small.csv')
  await writeFile(path, small)
  await createStore(context, { id: 'warm-up', name: 'warm-up' }, { actor: 'bench' })
  await runImport(context, { store: 'warm-up', files: [{ path }], actor: 'bench' })
  await untilCalm()
}

/** Imports files into a fresh installation: rows a second, memory above the idle process, and time against a bare ingest. */
export async function measureImport({ id, paths, small, bare, heap, check }: MeasuredImport): Promise<BenchReport> {
  const home = await newHome()
  const context = await openContext(readSettings({ ZHANGGUI_HOME: home, LOG_LEVEL: 'warn' }))
  try {
    await createStore(context, { id: BENCH_STORE, name: BENCH_STORE }, { actor: 'bench' })
    await warmUp(context, home, small)
    const request = { store: BENCH_STORE, files: paths.map((path) => ({ path })), actor: 'bench' }
    const { peakMb, value: run } = await peakMbAbove(() => timed(() => runImport(context, request)))
    const { value: job, seconds } = run
    if (!check(job)) throw new Error(`${id}: ${job.rows} rows, ${job.accepted} accepted, ${job.duplicates} duplicates`)
    const alone = await bareIngest(context.facts, { table: bare, paths })
    const least = await bareIngest(context.facts, { table: heap, paths })
    const results = [
      { id, value: job.rows / seconds, unit: 'rows/s' },
      { id: `${id}.seconds`, value: seconds, unit: 's' },
      { id: `${id}.memory`, value: peakMb, unit: 'MB' },
      { id: `${id}.bareIngest`, value: alone.seconds, unit: 's' },
      { id: `${id}.heapIngest`, value: least.seconds, unit: 's' },
    ]
    const notes = [
      `${job.rows} rows, ${job.accepted} accepted, ${job.duplicates} duplicates, ${job.rejected} refused`,
      `processor time ${run.cpuSeconds.toFixed(1)} s against ${alone.cpuSeconds.toFixed(1)} s of the bare ingest and ${least.cpuSeconds.toFixed(1)} s into a heap (steadier than the clock on a busy machine)`,
    ]
    const ratios = [
      { id: `${id}/bareIngest`, value: seconds / alone.seconds },
      { id: `${id}/heapIngest`, value: seconds / least.seconds },
    ]
    return { results, ratios, notes }
  } finally {
    await context.close()
    await rm(home, { recursive: true, force: true })
  }
}
