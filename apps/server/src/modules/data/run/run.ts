import type { ImportJob, Mapping } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import type { GroupScope } from '../check-group.ts'
import { findImport, updateImport } from '../import-jobs.ts'
import type { PreparedTable } from '../prepare-tables.ts'
import type { StageGroup } from '../stage-group.ts'

/** How the work is spread over the bar: reading is most of it. */
export const PROGRESS = { read: 0.8, checked: 0.9 } as const

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
export type Run = {
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

/** Writes down how far a run is, and tells who waits for it. */
export async function report(run: Run, set: Parameters<typeof updateImport>[2]): Promise<void> {
  await updateImport(run.context, run.id, set)
  const job = run.hooks.onProgress && (await findImport(run.context, run.store, run.id))
  if (job) run.hooks.onProgress?.(job)
}

/** What checking and publishing a group need to know of its run. */
export const scopeOf = (run: Run, group: StageGroup): GroupScope => ({
  plan: group.plan,
  names: group.names,
  store: run.store,
  importId: run.id,
  now: run.context.clock.now().getTime(),
  timeZone: run.timeZone,
})
