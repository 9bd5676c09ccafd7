import type { Store } from '@zhanggui/contract'
import { evaluate, NEW_MEMORY } from '@zhanggui/playbooks'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { listStores } from '../../admin/stores.ts'
import type { TickJob } from '../../live/tick-job.ts'
import { contingencyPlans, type PlanRow } from '../schema.ts'
import { readPlanRows } from './list-plans.ts'
import { readPlanSeries } from './read-plan-series.ts'
import { startPlan } from './start-plan.ts'

const MINUTE_MS = 60_000

/** Judges one trigger and keeps what the next look needs; starts the plan once for each stretch in which it fires. */
async function look(context: Context, store: Store, row: PlanRow, now: Date): Promise<void> {
  const { trigger } = row.body
  const series = await readPlanSeries(context, store, row.body, now)
  if (trigger === null || !series) return
  const { state, memory } = evaluate(trigger, series, row.memory ?? NEW_MEMORY)
  const same = and(
    eq(contingencyPlans.store, store.id),
    eq(contingencyPlans.id, row.id),
    eq(contingencyPlans.version, row.version),
  )
  await context.records.db.update(contingencyPlans).set({ memory, evaluatedAt: now }).where(same)
  if (state !== 'firing' || memory.firingSince === null) return
  const at = new Date(Math.min(memory.firingSince * MINUTE_MS, now.getTime()))
  const cause = { kind: 'trigger' as const, key: `trigger/${memory.firingSince}`, reason: '', at }
  await startPlan(context, { store, actor: 'system' }, row, cause)
}

/** One look at the plans of a shop. */
export async function lookAtPlans(context: Context, store: Store, now: Date): Promise<void> {
  for (const row of await readPlanRows(context, store.id))
    try {
      await look(context, store, row, now)
    } catch (cause) {
      context.log.error({ store: store.id, plan: row.id, cause }, 'plans: a trigger could not be judged')
    }
}

export const PLAN_ROUNDS: TickJob = {
  id: 'contingency-plans',
  everySeconds: 20,
  async run(context, { now, signal }) {
    for (const store of await listStores(context)) {
      if (signal.aborted) return
      await lookAtPlans(context, store, now)
    }
  },
}
