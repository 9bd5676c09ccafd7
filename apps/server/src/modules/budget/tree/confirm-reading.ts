import { randomUUID } from 'node:crypto'
import { applyReading, openLevels } from '@zhanggui/budget'
import type { ConfirmReading, PlanPartSaved } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { changePart } from '../../goals/plans/change-plan.ts'
import type { BudgetCaller } from '../budget-key.ts'
import { loadBudget } from '../load-budget.ts'

/**
 * Makes the reading that a person confirmed the budget's own: bases stated, lines moved (P4.03). In the trail with the name of
 * the reading. Errors: throws `not_found` for a level that is not unclear or has no such reading, and as `changePart`.
 */
export async function confirmReading(
  context: Context,
  caller: BudgetCaller,
  { parentId, readingId, revision }: ConfirmReading,
): Promise<PlanPartSaved> {
  const { plan, resolved } = await loadBudget(context, caller)
  const level = openLevels(plan.budget, resolved.issues).find((open) => open.parentId === parentId)
  const reading = level?.readings.find((known) => known.id === readingId)
  if (!reading) throw new ApiFailure('not_found', { what: `readings/${readingId}` })
  const lines = applyReading(plan.budget, reading, (node) => node.channel ?? randomUUID().slice(0, 8))
  const body = { lines, rules: plan.budgetRules }
  return changePart(context, caller, caller.plan, 'budget', {
    revision,
    body,
    reason: `${reading.nameZh}（${readingId}）`,
  })
}
