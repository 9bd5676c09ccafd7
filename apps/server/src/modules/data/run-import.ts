import { mkdir, rm } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import type { ImportJob, Mapping, RejectedRow } from '@zhanggui/contract'
import type { Context } from '../../context.ts'
import { ApiFailure } from '../../http/api-failure.ts'
import { audit } from '../admin/audit.ts'
import { getStore } from '../admin/stores.ts'
import { checkGroup, type GroupCounts, type GroupScope, type PublishSlices } from './check-group.ts'
import { findImport, findImportRow, type ImportRow, updateImport } from './import-jobs.ts'
import { type PreparedTable, prepareTables, recallTables } from './prepare-tables.ts'
import { publishGroup } from './publish-group.ts'
import { takeTurn } from './publish-lock.ts'
import { writeQuarantine } from './quarantine-file.ts'
import { readRejects } from './read-rejects.ts'
import { saveMapping } from './saved-mappings.ts'
import { type ImportWarning, importFiles, imports, type RequestedFile } from './schema.ts'
import { ImportFailure } from './spool/import-failure.ts'
import type { SpoolReport } from './spool/spool-table.ts'
import { createStage, dropStages, groupTables, type StageGroup } from './stage-group.ts'
import { stageTable } from './stage-table.ts'

/** Refused rows that are kept with the job for the page; all of them are in the quarantine file. */
const REJECTS_SHOWN = 200

/** How the work is spread over the bar: reading is most of it. */
const PROGRESS = { read: 0.8, checked: 0.9 } as const

export type ImportRequest = {
  store: string
  files: readonly { path: string; name?: string; mapping?: Mapping | null }[]
  /** A format or target id for every file, in place of recognition. */
  format?: string | undefined
  dryRun?: boolean
  saveMapping?: boolean
  source?: string
  permissionBasis?: string
  /** `user:<id>` or `cli:<name>`. */
  actor: string
}

export type ImportHooks = {
  onProgress?: ((job: ImportJob) => void) | undefined
  signal?: AbortSignal | undefined
}

/** A job with its parts in hand, between being asked for and being done. */
type Run = {
  context: Context
  id: number
  store: string
  timeZone: string
  tables: PreparedTable[]
  groups: StageGroup[]
  dryRun: boolean
  actor: string
  hooks: ImportHooks
  folder: string
  /** From the first statement that writes facts: what fails from here on must be finished, not dropped. */
  isPublishing: boolean
}

const importFolder = (context: Context, id: number): string => join(context.settings.home, 'imports', String(id))

async function report(run: Run, set: Parameters<typeof updateImport>[2]): Promise<void> {
  await updateImport(run.context, run.id, set)
  const job = run.hooks.onProgress && (await findImport(run.context, run.store, run.id))
  if (job) run.hooks.onProgress?.(job)
}

/** Reads every table into staging. Shape: what was learnt of each, by table. */
async function readTables(run: Run, partsDone: number): Promise<Map<number, SpoolReport>> {
  const { context } = run
  const reports = new Map<number, SpoolReport>()
  let [parts, shareBefore, rowsBefore] = [0, 0, 0]
  for (const group of run.groups) await createStage(context, group.plan, group.names)
  for (const table of run.tables) {
    const group = run.groups.find((g) => g.tables.includes(table))
    if (!group) throw new Error('every table has a group')
    const before = { parts, share: shareBefore, rows: rowsBefore }
    const learnt = await stageTable(context, {
      group,
      table,
      store: run.store,
      timeZone: run.timeZone,
      hashKey: context.secrets.storeHashKey(run.store),
      partsDone: Math.max(0, partsDone - parts),
      folder: run.folder,
      signal: run.hooks.signal,
      onPart: (p) => {
        parts = before.parts + p.parts
        const progress = PROGRESS.read * (before.share + table.share * p.done)
        return report(run, { partsDone: parts, rows: before.rows + p.rows, progress })
      },
    })
    reports.set(table.index, learnt)
    shareBefore += table.share
    rowsBefore += learnt.records
  }
  return reports
}

const scopeOf = (run: Run, group: StageGroup): GroupScope => ({
  plan: group.plan,
  names: group.names,
  store: run.store,
  importId: run.id,
  now: run.context.clock.now().getTime(),
  timeZone: run.timeZone,
})

function addCounts(all: readonly GroupCounts[], faults: number) {
  const sum = (pick: (c: GroupCounts) => number): number => all.reduce((n, c) => n + pick(c), 0)
  const classified: Record<string, number> = {}
  for (const counts of all)
    for (const [name, n] of Object.entries(counts.classified)) classified[name] = (classified[name] ?? 0) + n
  const days = all
    .flatMap((c) => [c.from, c.to])
    .filter((d) => d !== null)
    .toSorted()
  return {
    rows: sum((c) => c.rows) + faults,
    accepted: sum((c) => c.fresh + c.updated),
    updated: sum((c) => c.updated),
    duplicates: sum((c) => c.duplicates),
    rejected: sum((c) => c.rejected) + faults,
    classified,
    fromDay: days[0] ?? null,
    toDay: days.at(-1) ?? null,
  }
}

/** All refused rows into the file, the first into the job. */
async function keepRejects(
  run: Run,
  reports: ReadonlyMap<number, SpoolReport>,
): Promise<{ path: string; shown: RejectedRow[] }> {
  const path = join(importFolder(run.context, run.id), 'quarantine.csv')
  const shown: RejectedRow[] = []
  async function* tapped(): AsyncGenerator<RejectedRow> {
    for await (const row of readRejects(run.context, run.groups, reports)) {
      if (shown.length < REJECTS_SHOWN) shown.push(row)
      yield row
    }
  }
  await writeQuarantine(path, tapped())
  return { path, shown }
}

function warningsOf(run: Run, reports: ReadonlyMap<number, SpoolReport>): ImportWarning[] {
  return run.tables.flatMap((table): ImportWarning[] => {
    const { name } = table.table
    const warnings: ImportWarning[] = []
    if (table.dialect.mojibake)
      warnings.push({
        code: 'mojibake_repaired',
        message: `${name} 曾被用错误的编码另存，已自动修复。`,
        messageEn: `${name} had been saved with the wrong encoding; this was put right.`,
      })
    if (reports.get(table.index)?.invalidBytes)
      warnings.push({
        code: 'invalid_bytes',
        message: `${name} 有无法识别的字节，已用 � 代替。请核对相关文字。`,
        messageEn: `${name} has bytes that are no text; they became �. Check those texts.`,
      })
    return warnings
  })
}

async function check(run: Run, reports: ReadonlyMap<number, SpoolReport>) {
  await report(run, { state: 'checking', progress: PROGRESS.read })
  const checked: { group: StageGroup; counts: GroupCounts; publish: PublishSlices }[] = []
  for (const group of run.groups) {
    run.hooks.signal?.throwIfAborted()
    checked.push({ group, ...(await checkGroup(run.context, scopeOf(run, group))) })
  }
  const faults = [...reports.values()].reduce((n, r) => n + r.faultCount, 0)
  const totals = addCounts(
    checked.map((c) => c.counts),
    faults,
  )
  const rejects = totals.rejected > 0 ? await keepRejects(run, reports) : null
  for (const table of run.tables)
    await run.context.records.query('UPDATE import_files SET rows = $1 WHERE import_id = $2 AND position = $3', [
      (reports.get(table.index)?.records ?? 0) + (reports.get(table.index)?.faultCount ?? 0),
      run.id,
      table.index,
    ])
  const found = {
    ...totals,
    quarantine: rejects?.path ?? null,
    rejects: rejects?.shown ?? [],
    warnings: warningsOf(run, reports),
  }
  await report(run, { ...found, progress: PROGRESS.checked })
  return { checked, totals }
}

/** Checking and publishing are one turn of the shop, so that nothing is stored in between. */
async function checkAndPublish(run: Run, reports: ReadonlyMap<number, SpoolReport>): Promise<void> {
  await takeTurn(run.store, async () => {
    const { checked } = await check(run, reports)
    run.hooks.signal?.throwIfAborted()
    if (run.dryRun) return
    run.isPublishing = true
    await report(run, { state: 'publishing' })
    // Rows that follow from this group's rows may be missing although the rows themselves are there: after a crash.
    for (const { group, counts, publish } of checked)
      if (counts.fresh + counts.updated > 0 || group.plan.also.length > 0 || group.plan.target.id === 'orders')
        await publishGroup(run.context, scopeOf(run, group), publish)
  })
}

async function finish(run: Run): Promise<void> {
  await dropStages(run.context, run.id)
  await report(run, { state: 'done', progress: 1, finishedAt: run.context.clock.now() })
  const job = await findImport(run.context, run.store, run.id)
  if (!job) return
  const { rows, accepted, duplicates, rejected, files, dryRun } = job
  await audit(run.context, {
    store: run.store,
    actor: run.actor,
    action: dryRun ? 'import_check' : 'import',
    subject: `imports/${run.id}`,
    after: {
      rows,
      accepted,
      duplicates,
      rejected,
      files: files.map(({ name, sha256, format }) => ({ name, sha256, format })),
    },
    reason: job.source,
  })
}

/** Reason of an abort that is no wish of a person: the server stops, and the import can go on later. */
export const SERVER_STOPS = 'server_stops'

function failureOf(cause: unknown, { hooks: { signal }, isPublishing }: Run): ImportFailure {
  if (isPublishing) return new ImportFailure('publish_interrupted', {}, { cause })
  if (cause instanceof ImportFailure) return cause
  if (!signal?.aborted) return new ImportFailure('internal', {}, { cause })
  return new ImportFailure(signal.reason === SERVER_STOPS ? 'interrupted' : 'cancelled')
}

const STATE_AFTER: Partial<Record<ImportFailure['code'], ImportJob['state']>> = {
  cancelled: 'cancelled',
  interrupted: 'interrupted',
  publish_interrupted: 'interrupted',
}

/** What is written about a run that ended early. An interrupted one keeps what it has read. */
async function giveUp(run: Run, cause: unknown): Promise<never> {
  const failure = failureOf(cause, run)
  if (failure.code === 'internal' || run.isPublishing)
    run.context.log.error({ importId: run.id, code: nameOf(cause) }, 'import failed')
  if (STATE_AFTER[failure.code] !== 'interrupted') await dropStages(run.context, run.id)
  await report(run, {
    state: STATE_AFTER[failure.code] ?? 'failed',
    error: { code: failure.code, message: failure.messageZh, messageEn: failure.message },
    finishedAt: run.context.clock.now(),
  })
  throw failure
}

/** The kind of an error, never its text: that may quote a row. */
const nameOf = (cause: unknown): string =>
  cause instanceof Error ? [cause.name, (cause as { code?: unknown }).code].filter(Boolean).join(' ') : 'unknown'

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

async function createJob(
  context: Context,
  request: ImportRequest,
  files: RequestedFile[],
  tables: readonly PreparedTable[],
): Promise<number> {
  const [row] = await context.records.db
    .insert(imports)
    .values({
      store: request.store,
      state: 'queued',
      request: files,
      dryRun: request.dryRun ?? false,
      source: request.source ?? '',
      permissionBasis: request.permissionBasis ?? 'own_data',
      options: request.format ? { format: request.format } : {},
      partsDone: 0,
      rows: 0,
      accepted: 0,
      updated: 0,
      duplicates: 0,
      rejected: 0,
      classified: {},
      rejects: [],
      warnings: [],
      progress: 0,
      createdBy: request.actor,
      createdAt: context.clock.now(),
    })
    .returning({ id: imports.id })
  if (!row) throw new Error('an inserted row comes back')
  await context.records.db.insert(importFiles).values(
    tables.map((t) => ({
      importId: row.id,
      position: t.index,
      name: t.table.name,
      sha256: t.sha256,
      bytes: t.bytes,
      format: t.plan.formatId,
      rows: 0,
      mapping: t.resolved.mapping,
    })),
  )
  return row.id
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
  await updateImport(context, row.id, { state: 'queued', error: null, finishedAt: null })
  return { id: row.id, run: () => settled(run, row.partsDone) }
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
