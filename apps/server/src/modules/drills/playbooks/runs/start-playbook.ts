import type { PlaybookRunInfo, Store } from '@zhanggui/contract'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { ApiFailure } from '../../../../http/api-failure.ts'
import { findPlaybook } from '../records/list-playbooks.ts'
import { playbookRuns } from '../schema.ts'
import { reportTrouble } from '../triggers/report-trouble.ts'
import { readRun } from './list-runs.ts'
import { startRun } from './start-run.ts'
import { tellRuns } from './tell-run.ts'

/**
 * Sets a playbook off for a cause of somebody else's, whatever its own trigger is; its limits and its approval hold. The same key
 * again is the same run. Errors: throws `not_found`, `playbook_off` for one that is switched off.
 */
export async function startPlaybook(context: Context, store: Store, id: string, key: string): Promise<PlaybookRunInfo> {
  const row = await findPlaybook(context, store.id, id)
  if (!row.enabled) throw new ApiFailure('playbook_off', { playbook: row.body.nameZh })
  const { run, trouble } = await startRun(context, store, id, { key, tags: {}, value: null })
  if (run !== null) await reportTrouble(context, store, row, trouble)
  await tellRuns(context, store)
  return readRun(context, store.id, run ?? (await knownRun(context, store.id, id, key)))
}

async function knownRun({ records }: Context, store: string, playbook: string, causeKey: string): Promise<number> {
  const same = and(
    eq(playbookRuns.store, store),
    eq(playbookRuns.playbook, playbook),
    eq(playbookRuns.causeKey, causeKey),
  )
  const [row] = await records.db.select({ id: playbookRuns.id }).from(playbookRuns).where(same)
  return row?.id ?? 0
}
