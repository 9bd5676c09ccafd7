import type { PlanPart, PlanSummary } from '@zhanggui/contract'
import { assert } from '@zhanggui/kernel'
import type { Plan } from '@zhanggui/plan'
import type { Context } from '../../../context.ts'
import { planOf, readPartRows, readPlanRow, revisionsOf } from './plan-rows.ts'
import { summarise } from './summarise-plans.ts'

/** A plan with what the engine does not know of: its state, and the revision of each part to send back with a change. */
export type StoredPlan = { plan: Plan; summary: PlanSummary; revisions: Record<PlanPart, number> }

/**
 * The plan as it stands now (the draft, or what was approved).
 * Errors: throws `not_found`.
 * @example const { plan, revisions } = await readPlan(context, store.id, '2027-1')
 */
export async function readPlan(context: Context, store: string, planId: string): Promise<StoredPlan> {
  const key = { store, plan: planId }
  const row = await readPlanRow(context.records.db, key)
  const parts = await readPartRows(context.records.db, key)
  const plan = planOf(row, parts)
  const [summary] = await summarise(context, [{ row, name: plan.name }])
  assert(summary, 'one plan has one summary')
  return { plan, summary, revisions: revisionsOf(parts) }
}
