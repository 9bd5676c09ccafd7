import { EventEmitter } from 'node:events'
import type { ImportJob } from '@zhanggui/contract'
import type { Context } from '../../context.ts'
import { ApiFailure } from '../../http/api-failure.ts'
import { findImport, findImportRow, updateImport } from './import-jobs.ts'
import { SERVER_STOPS } from './run/give-up.ts'
import type { ImportRequest } from './run/run.ts'
import { resumeImport, type StartedImport, startImport } from './run-import.ts'
import { ImportFailure } from './spool/import-failure.ts'
import { dropStages } from './stage-group.ts'

/** Runs the server's imports one after the other and tells watchers how far they are. */
export type ImportQueue = {
  start(request: ImportRequest): Promise<ImportJob>
  resume(at: { store: string; id: number }): Promise<ImportJob>
  cancel(at: { store: string; id: number }): Promise<ImportJob>
  /** Calls back with each change of a job. Shape: the function that ends it. */
  watch(id: number, onJob: (job: ImportJob) => void): () => void
  /** Stops the one that runs, so that it can be resumed, and waits for it. */
  close(): Promise<void>
}

const CANCELLABLE = ['queued', 'reading', 'checking', 'interrupted'] as const

export function createImportQueue(context: Context): ImportQueue {
  const watchers = new EventEmitter().setMaxListeners(0)
  const aborts = new Map<number, AbortController>()
  let last: Promise<unknown> = Promise.resolve()

  const jobOf = async ({ store, id }: { store: string; id: number }): Promise<ImportJob> => {
    const job = await findImport(context, store, id)
    if (!job) throw new ApiFailure('not_found', { what: `imports/${id}` })
    return job
  }

  const enqueue = async (
    store: string,
    open: (hooks: { signal: AbortSignal; onProgress: (job: ImportJob) => void }) => Promise<StartedImport>,
  ): Promise<ImportJob> => {
    const abort = new AbortController()
    const started = await open({ signal: abort.signal, onProgress: (job) => watchers.emit(String(job.id), job) })
    aborts.set(started.id, abort)
    // How it ended is on record; nobody waits for this promise.
    last = last.then(() => started.run().catch(() => undefined)).finally(() => aborts.delete(started.id))
    return jobOf({ store, id: started.id })
  }

  return {
    start: (request) => enqueue(request.store, (hooks) => startImport(context, request, hooks)),
    resume: (at) => enqueue(at.store, (hooks) => resumeImport(context, at, hooks)),
    async cancel(at) {
      const row = await findImportRow(context, at.store, at.id)
      if (!row) throw new ApiFailure('not_found', { what: `imports/${at.id}` })
      if (!CANCELLABLE.some((state) => state === row.state))
        throw new ImportFailure('wrong_state', { state: row.state })
      const running = aborts.get(at.id)
      if (running) running.abort('cancelled')
      else {
        await dropStages(context, at.id)
        await updateImport(context, at.id, { state: 'cancelled', finishedAt: context.clock.now() })
      }
      return jobOf(at)
    },
    watch(id, onJob) {
      watchers.on(String(id), onJob)
      return () => watchers.off(String(id), onJob)
    },
    async close() {
      for (const abort of aborts.values()) abort.abort(SERVER_STOPS)
      await last
    },
  }
}
