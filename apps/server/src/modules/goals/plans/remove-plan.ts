import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import { type PlanCaller, requireDraft } from './change-plan.ts'
import { lockPlan } from './plan-rows.ts'
import { plans } from './schema.ts'

/**
 * Takes a draft out of every list; what was approved once stays.
 * Errors: throws `not_found`, `plan_approved`, `plan_has_approved`.
 */
export async function removePlan(context: Context, caller: PlanCaller, planId: string, reason: string): Promise<void> {
  const { store, actor } = caller
  await auditedTransaction(context, async (tx, record) => {
    const row = await lockPlan(tx, { store, plan: planId })
    requireDraft(row)
    if (row.approvedVersion !== null) throw new ApiFailure('plan_has_approved')
    await tx
      .update(plans)
      .set({ deletedAt: context.clock.now() })
      .where(and(eq(plans.store, store), eq(plans.id, planId)))
    await record({ store, actor, action: 'delete', subject: `plans/${planId}`, before: { year: row.year }, reason })
  })
}
