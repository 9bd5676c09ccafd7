import type { ImportJob } from '@zhanggui/contract'
import { ImportFailure } from '../spool/import-failure.ts'
import { dropStages } from '../stage-group.ts'
import { type Run, report } from './run.ts'

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
export async function giveUp(run: Run, cause: unknown): Promise<never> {
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
