import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ImportJob } from '@zhanggui/contract'
import { FACT_TABLES, type FactTable } from '@zhanggui/facts'
import { createRng } from '@zhanggui/kernel'
import type { Context } from '../../src/context.ts'
import { createStore } from '../../src/modules/admin/stores.ts'
import { previewFile } from '../../src/modules/data/preview-file.ts'
import { runImport } from '../../src/modules/data/run-import.ts'
import { ImportFailure } from '../../src/modules/data/spool/import-failure.ts'
import { spoil } from './mutations.ts'
import { SEED_TABLES } from './seed-tables.ts'

export type FuzzReport = {
  files: number
  imported: number
  refused: Record<string, number>
  rowsRejected: number
  slowestMs: number
  /** What went wrong, with what makes it happen again. */
  faults: { file: number; notes: string[]; what: string }[]
}

/** Longer than any spoilt file may take, bombs included, on a busy machine. */
const HANG_MS = 60_000

async function withinTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`hangs for more than ${HANG_MS} ms`)), HANG_MS)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/** FINAL where rows replace each other: a merge in between must not look like rows that went away. */
const readingOf = ({ name, mode }: FactTable): string => (mode === 'replace' ? `${name} FINAL` : name)

async function storedRows(context: Context, store: string): Promise<number> {
  const counts = FACT_TABLES.map((t) => `SELECT count() AS n FROM ${readingOf(t)} WHERE store = {store:String}`)
  const union = counts.join(' UNION ALL ')
  const [row] = await context.facts.query<{ n: number }>(`SELECT sum(n) AS n FROM (${union})`, { store })
  return row?.n ?? -1
}

/** What must hold of a finished import. Shape: the broken rule, or null. */
async function brokenRule(job: ImportJob): Promise<string | null> {
  if (job.state !== 'done') return `a settled import is ${job.state}`
  if (job.rows !== job.accepted + job.duplicates + job.rejected)
    return `rows ${job.rows} ≠ accepted ${job.accepted} + duplicates ${job.duplicates} + rejected ${job.rejected}`
  if (job.rejected === 0) return null
  const text = await readFile(job.quarantine ?? '', 'utf8')
  if (/(^|[,"])[=+@]/m.test(text.replaceAll('""', ''))) return 'a formula in the quarantine file'
  if (/13812345678|杭州市 西湖/.test(text)) return 'personal data in the quarantine file'
  const lines = text.split('\r\n').length - 2
  return lines === job.rejected ? null : `${job.rejected} rejected rows, ${lines} in the quarantine file`
}

/** What was accepted is there, less what took the place of an earlier state; a row may bring another of a second table. */
function unexpectedRows(job: ImportJob, added: number): string | null {
  const most = job.dryRun ? 0 : 2 * job.accepted
  const least = job.dryRun ? 0 : job.accepted - job.updated
  return added < least || added > most ? `accepted ${job.accepted}, but ${added} rows were added` : null
}

/**
 * Imports spoilt files, one after the other, and checks after each that it was imported whole or refused whole.
 * The same seed makes the same files. `store` is made here.
 */
export async function fuzzImports(
  context: Context,
  options: { files: number; first?: number; seed: number; store: string; onFile?: (report: FuzzReport) => void },
): Promise<FuzzReport> {
  const { store } = options
  const report: FuzzReport = { files: 0, imported: 0, refused: {}, rowsRejected: 0, slowestMs: 0, faults: [] }
  await createStore(context, { id: store, name: store }, { actor: 'fuzz' })
  const folder = join(context.settings.home, 'fuzz')
  await mkdir(folder, { recursive: true })
  const first = options.first ?? 0
  for (let n = first; n < first + options.files; n++) {
    const rng = createRng(`${options.seed}/${n}`)
    const table = rng.pick(SEED_TABLES)
    const rows = [[...table.header], ...Array.from({ length: 3 + rng.int(40) }, (_, i) => table.row(rng, n * 100 + i))]
    const { name, bytes, notes } = spoil(table.name, rows, rng)
    const path = join(folder, `file-${n}`)
    await writeFile(path, bytes)
    const started = performance.now()
    const fault = (what: string): number => report.faults.push({ file: n, notes: [table.name, ...notes], what })
    const before = n % 3 === 0 ? await storedRows(context, store) : -1
    try {
      if (n % 5 === 0) await withinTime(previewFile(context, { store, path, name }))
      // Two of three are only checked: everything but the last statement runs, and that one is the same for all.
      const job = await withinTime(
        runImport(context, { store, files: [{ path, name }], dryRun: n % 3 !== 0, actor: 'fuzz' }),
      )
      report.imported++
      report.rowsRejected += job.rejected
      const added = before >= 0 ? (await storedRows(context, store)) - before : 0
      const broken = (await brokenRule(job)) ?? unexpectedRows(job, added)
      if (broken) fault(broken)
    } catch (cause) {
      if (!(cause instanceof ImportFailure) || cause.code === 'internal' || cause.code === 'publish_interrupted')
        fault(`${cause} ${cause instanceof Error ? (cause.cause ?? '') : ''}`.slice(0, 1500))
      else {
        report.refused[cause.code] = (report.refused[cause.code] ?? 0) + 1
        if (before >= 0 && (await storedRows(context, store)) !== before) fault('a refused file left rows behind')
      }
    }
    report.files++
    report.slowestMs = Math.max(report.slowestMs, Math.round(performance.now() - started))
    await rm(path, { force: true })
    options.onFile?.(report)
  }
  return report
}
