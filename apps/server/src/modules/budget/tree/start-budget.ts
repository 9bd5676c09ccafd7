import { type BudgetProfile, findProfile, linesOfProfile, rulesOfProfile } from '@zhanggui/budget'
import type { PlanPartSaved, StartBudget } from '@zhanggui/contract'
import { cents } from '@zhanggui/kernel'
import type { Plan } from '@zhanggui/plan'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { changeParts } from '../../goals/plans/change-plan.ts'
import { readPlan } from '../../goals/plans/read-plan.ts'
import type { BudgetCaller } from '../budget-key.ts'

const headerOf = ({ name, texts, assumptions }: Plan, profile: BudgetProfile) => ({
  name,
  profile: profile.id,
  texts,
  assumptions,
})

/**
 * Fills an empty budget from a profile and names it in the plan (X23). What the profile leaves out stays out.
 * Errors: throws `not_found` for an unknown profile, `budget_not_empty`, and as `changeParts`.
 */
export async function startBudget(
  context: Context,
  caller: BudgetCaller,
  { profile: id, totalCents = null }: StartBudget,
): Promise<PlanPartSaved> {
  const profile = findProfile(id)
  if (!profile) throw new ApiFailure('not_found', { what: `profiles/${id}` })
  const { plan, revisions } = await readPlan(context, caller.store, caller.plan)
  if (plan.budget.length > 0) throw new ApiFailure('budget_not_empty', { count: plan.budget.length })
  const total = totalCents === null ? null : cents(totalCents)
  const lines = linesOfProfile(profile, { year: plan.year, totalCents: total })
  const parts = {
    budget: { revision: revisions.budget, body: { lines, rules: rulesOfProfile(profile, plan.year) } },
    header: { revision: revisions.header, body: headerOf(plan, profile) },
  }
  return changeParts(context, caller, caller.plan, parts, profile.nameZh)
}
