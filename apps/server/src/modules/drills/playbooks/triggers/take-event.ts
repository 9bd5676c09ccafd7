import type { Store, TakenEvent } from '@zhanggui/contract'
import { and, asc, eq } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { startRun } from '../runs/start-run.ts'
import { tellRuns } from '../runs/tell-run.ts'
import { playbookEvents, playbooks } from '../schema.ts'
import { reportTrouble } from './report-trouble.ts'

type Event = { id: string; event: string; tags: Record<string, string> }

/**
 * Something happened: every playbook that waits for it is asked to act, once, however often the event is sent. An event whose
 * sender crashed half way is sent again and finds the runs that were made. Shape: the runs, and whether it was known.
 */
export async function takeEvent(context: Context, store: Store, { id, event, tags }: Event): Promise<TakenEvent> {
  const own = and(eq(playbookEvents.store, store.id), eq(playbookEvents.id, id))
  const [known] = await context.records.db.select().from(playbookEvents).where(own)
  if (known) return { runs: known.runs, duplicate: true }
  const rows = await context.records.db
    .select()
    .from(playbooks)
    .where(and(eq(playbooks.store, store.id), eq(playbooks.enabled, true)))
    .orderBy(asc(playbooks.id))
  const runs: number[] = []
  for (const row of rows) {
    if (row.body.trigger.kind !== 'event' || row.body.trigger.event !== event) continue
    const { run, trouble } = await startRun(context, store, row.id, { key: `event/${id}`, tags, value: null })
    if (run === null) continue
    runs.push(run)
    await reportTrouble(context, store, row, trouble)
  }
  const values = { store: store.id, id, event, at: context.clock.now(), runs }
  await context.records.db.insert(playbookEvents).values(values).onConflictDoNothing()
  await tellRuns(context, store)
  return { runs, duplicate: false }
}
