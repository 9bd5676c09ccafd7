import { mkdir, rm } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import type { ImportJob } from '@zhanggui/contract'
import type { Context } from '../../context.ts'
import { ApiFailure } from '../../http/api-failure.ts'
import { getStore } from '../admin/stores.ts'
import { checkGroup } from './check-group.ts'
import { findImport, findImportRow, type ImportRow, updateImport } from './import-jobs.ts'
import { type PreparedTable, prepareTables, recallTables } from './prepare-tables.ts'
import { publishGroup } from './publish-group.ts'
import { takeTurn } from './publish-lock.ts'
import { checkAndPublish } from './run/check-and-publish.ts'
import { createJob } from './run/create-job.ts'
import { finish } from './run/finish.ts'
import { giveUp } from './run/give-up.ts'
import { readTables } from './run/read-tables.ts'
import { type ImportHooks, type ImportRequest, type Run, report, scopeOf } from './run/run.ts'
import { saveMapping } from './saved-mappings.ts'
import { ImportFailure } from './spool/import-failure.ts'
import { PART_SIZES } from './spool/spool-table.ts'
import { dropStages, groupTables } from './stage-group.ts'

async function work(run: Run, partsDone: number): Promise<void> {
  await mkdir(run.folder, { recursive: true })
  try {
    await report(run, { state: 'reading' })
    const reports = await readTables(run, partsDone)
    await checkAndPublish(run, reports)
    await finish(run)
  } catch (cause) {
    await giveUp(run, cause)
  } finally {
    await rm(run.folder, { recursive: true, force: true })
  }
}

/** A job with everything that working on it needs. */
async function openRun(
  context: Context,
  job: Pick<Run, 'id' | 'store' | 'dryRun' | 'actor'>,
  tables: PreparedTable[],
  hooks: ImportHooks,
): Promise<Run> {
  const { timezone } = await getStore(context, job.store)
  const groups = groupTables(context, job.id, tables)
  const folder = join(context.settings.home, 'tmp', `import-${job.id}`)
  return { ...job, context, timeZone: timezone, tables, groups, hooks, folder, isPublishing: false }
}

/** A job that is written down; `run` does the work and settles with the finished job. */
export type StartedImport = { id: number; run: () => Promise<ImportJob> }

/**
 * Looks at the files, settles their mapping and writes the job down; nothing is read yet.
 * Errors: rejects with `ImportFailure` when a file cannot be read or a mapping cannot work, and with `unknown_store`.
 */
export async function startImport(
  context: Context,
  request: ImportRequest,
  hooks: ImportHooks = {},
): Promise<StartedImport> {
  const store = await getStore(context, request.store)
  const files = request.files.map((f) => ({
    path: resolve(f.path),
    name: f.name ?? basename(f.path),
    mapping: f.mapping ?? null,
  }))
  const tables = await prepareTables(context, { store: store.id, files, only: request.format })
  const id = await createJob(context, request, files, tables)
  if (request.saveMapping)
    for (const t of tables) await saveMapping(context, store.id, t.resolved.mapping, request.actor)
  const job = { id, store: store.id, dryRun: request.dryRun ?? false, actor: request.actor }
  const run = await openRun(context, job, tables, hooks)
  return { id, run: () => settled(run, 0) }
}

/** Errors: throws `ImportFailure` `wrong_state` unless the import was interrupted. */
async function interruptedRow(context: Context, store: string, id: number): Promise<ImportRow> {
  const row = await findImportRow(context, store, id)
  if (!row) throw new ApiFailure('not_found', { what: `imports/${id}` })
  if (row.state !== 'interrupted') throw new ImportFailure('wrong_state', { state: row.state })
  return row
}

/** An import that another release began cut its tables into other parts: it is read anew. Shape: how many of its parts stand. */
async function partsToKeep(context: Context, row: ImportRow): Promise<number> {
  if (row.options.partRecords === PART_SIZES) return row.partsDone
  await dropStages(context, row.id)
  return 0
}

/**
 * Goes on with an interrupted import after the last part that was staged for good.
 * Errors: rejects with `not_found`, and with `ImportFailure` when it is not interrupted or its files are gone.
 */
export async function resumeImport(
  context: Context,
  at: { store: string; id: number },
  hooks: ImportHooks = {},
): Promise<StartedImport> {
  const row = await interruptedRow(context, at.store, at.id)
  if (row.error?.code === 'publish_interrupted') return { id: row.id, run: () => republishImport(context, row, hooks) }
  const tables = await prepareTables(context, { store: row.store, files: row.request, only: row.options.format })
  const run = await openRun(
    context,
    { id: row.id, store: row.store, dryRun: row.dryRun, actor: row.createdBy },
    tables,
    hooks,
  )
  const partsDone = await partsToKeep(context, row)
  await updateImport(context, row.id, { state: 'queued', error: null, finishedAt: null, partsDone })
  return { id: row.id, run: () => settled(run, partsDone) }
}

/** Goes on with an import that was publishing when the process died: what is stored already is left out. */
export async function republishImport(context: Context, row: ImportRow, hooks: ImportHooks = {}): Promise<ImportJob> {
  const tables = await recallTables(context, row.id)
  const run = await openRun(
    context,
    { id: row.id, store: row.store, dryRun: false, actor: row.createdBy },
    tables,
    hooks,
  )
  await updateImport(context, row.id, { state: 'publishing', error: null })
  await takeTurn(run.store, async () => {
    for (const group of run.groups) {
      const scope = scopeOf(run, group)
      const { publish } = await checkGroup(context, scope)
      await publishGroup(context, scope, publish)
    }
  })
  await finish(run)
  return finishedJob(run)
}

async function finishedJob(run: Run): Promise<ImportJob> {
  const job = await findImport(run.context, run.store, run.id)
  if (!job) throw new Error('a job that ran is on record')
  return job
}

async function settled(run: Run, partsDone: number): Promise<ImportJob> {
  await work(run, partsDone)
  return finishedJob(run)
}

/**
 * Imports files into a shop and waits for the end.
 * Shape: the finished job; with `dryRun` the same counts, and nothing stored.
 * Errors: rejects with `ImportFailure`; nothing was published then.
 * @example await runImport(context, { store: 'shop', files: [{ path: 'orders.csv' }], actor: 'cli' })
 */
export async function runImport(context: Context, request: ImportRequest, hooks: ImportHooks = {}): Promise<ImportJob> {
  const started = await startImport(context, request, hooks)
  return started.run()
}
