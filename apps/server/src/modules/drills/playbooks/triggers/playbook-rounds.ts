import type { Store } from '@zhanggui/contract'
import { asc, eq } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { listStores } from '../../../admin/stores.ts'
import type { TickJob } from '../../../live/tick-job.ts'
import { expireRuns } from '../runs/answer-run.ts'
import { startRun } from '../runs/start-run.ts'
import { tellRuns } from '../runs/tell-run.ts'
import { playbooks } from '../schema.ts'
import { judgeTrigger } from './judge-trigger.ts'
import { reportTrouble } from './report-trouble.ts'

/** One look at the playbooks of a shop: triggers, questions that ran out, what is still to be told. */
export async function runPlaybooks(context: Context, store: Store, now: Date): Promise<void> {
  await expireRuns(context, store.id, now)
  const rows = await context.records.db
    .select()
    .from(playbooks)
    .where(eq(playbooks.store, store.id))
    .orderBy(asc(playbooks.id))
  for (const row of rows) {
    const cause = await judgeTrigger(context, store, row, now)
    if (!cause) continue
    const started = await startRun(context, store, row.id, cause)
    if (started.run !== null) await reportTrouble(context, store, row, started.trouble)
  }
  await tellRuns(context, store)
}

/** Every shop in turn; one that fails does not keep the others from their turn. */
export const PLAYBOOK_ROUNDS: TickJob = {
  id: 'playbooks',
  everySeconds: 5,
  async run(context, { now, signal }) {
    for (const store of await listStores(context)) {
      if (signal.aborted) return
      try {
        await runPlaybooks(context, store, now)
      } catch (cause) {
        context.log.error({ store: store.id, cause }, 'playbooks: a shop could not be looked at')
      }
    }
  },
}
