import type { StageOverride as EngineOverride } from '@zhanggui/budget'
import type { OverrideStage, StageOverride } from '@zhanggui/contract'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { RecordDb, RecordTx } from '../../../storage/records/record-store.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import { readPlan } from '../../goals/plans/read-plan.ts'
import type { BudgetCaller, BudgetKey } from '../budget-key.ts'
import { budgetOverrides } from '../schema.ts'

/** Exceptions that were allowed in a plan. */
export async function readOverrides(db: RecordDb | RecordTx, { store, plan }: BudgetKey): Promise<EngineOverride[]> {
  const rows = await db
    .select()
    .from(budgetOverrides)
    .where(and(eq(budgetOverrides.store, store), eq(budgetOverrides.plan, plan)))
  return rows.map(({ rule, line, reason, allowedBy }) => ({ ruleId: rule, lineId: line, reason, by: allowedBy }))
}

/**
 * Allows a line to spend in a paused stage, with its reason in the trail (P4.06). The same again replaces the reason.
 * Errors: throws `not_found` for a rule or line that the plan does not have.
 */
export async function allowInStage(
  context: Context,
  { store, plan, actor }: BudgetCaller,
  { ruleId, lineId, reason }: OverrideStage,
): Promise<StageOverride> {
  const { plan: found } = await readPlan(context, store, plan)
  if (!found.budgetRules.stages.some((rule) => rule.id === ruleId))
    throw new ApiFailure('not_found', { what: `stages/${ruleId}` })
  if (!found.budget.some((line) => line.id === lineId)) throw new ApiFailure('not_found', { what: `lines/${lineId}` })
  const allowedAt = context.clock.now()
  const row = { store, plan, rule: ruleId, line: lineId, reason, allowedBy: actor, allowedAt }
  const target = [budgetOverrides.store, budgetOverrides.plan, budgetOverrides.rule, budgetOverrides.line]
  await auditedTransaction(context, async (tx, record) => {
    await tx.insert(budgetOverrides).values(row).onConflictDoUpdate({ target, set: row })
    const subject = `plans/${plan}/budget/stages/${ruleId}`
    await record({ store, actor, action: 'override', subject, after: { line: lineId }, reason })
  })
  return { ruleId, lineId, reason, by: actor, at: allowedAt.toISOString() }
}
