import { cacCeiling, checkCac as judgeCac } from '@zhanggui/budget'
import { type CacAnswer, CheckCac } from '@zhanggui/contract'
import { cents } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { readPlan } from '../../goals/plans/read-plan.ts'
import type { BudgetCaller } from '../budget-key.ts'

/** Acquisition with its incentives against the plan's ceiling; above it the driver is named (P2.12). */
export async function checkCac(context: Context, caller: BudgetCaller, request: CheckCac): Promise<CacAnswer> {
  const { costs, newBuyers, industry, retention } = parseInput(CheckCac, request)
  const { plan } = await readPlan(context, caller.store, caller.plan)
  const typed = costs.map(({ name, cents: amount, baselinePerBuyerCents }) => ({
    name,
    cents: cents(amount),
    baselinePerBuyerCents: baselinePerBuyerCents === null ? null : cents(baselinePerBuyerCents),
  }))
  return judgeCac({
    costs: typed,
    newBuyers,
    ceilingCents: industry ? cacCeiling(cents(industry.meanCents), industry.shareBp) : plan.budgetRules.cacMaxCents,
    retention: retention ? { orders: retention.orders, cents: cents(retention.cents) } : null,
  })
}
