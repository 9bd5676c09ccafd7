import { type BudgetFigures, type ResolvedBudget, resolveBudget, type StageOverride } from '@zhanggui/budget'
import type { Plan } from '@zhanggui/plan'
import type { Context } from '../../context.ts'
import { readPlan, type StoredPlan } from '../goals/plans/read-plan.ts'
import type { BudgetKey } from './budget-key.ts'
import { type PlanSales, planSales } from './plan-sales.ts'
import { readOverrides } from './tree/overrides.ts'

export type LoadedBudget = StoredPlan & {
  sales: PlanSales
  figures: BudgetFigures
  resolved: ResolvedBudget
  overrides: readonly StageOverride[]
}

/** What the shares of a plan can be shares of. */
export const figuresOf = (plan: Plan): BudgetFigures => {
  const sales = planSales(plan)
  return { salesOf: (period) => sales.of(period) }
}

/** A plan with its budget worked out. Errors: throws `not_found`. */
export async function loadBudget(context: Context, key: BudgetKey): Promise<LoadedBudget> {
  const stored = await readPlan(context, key.store, key.plan)
  const figures = figuresOf(stored.plan)
  const overrides = await readOverrides(context.records.db, key)
  return {
    ...stored,
    sales: planSales(stored.plan),
    figures,
    overrides,
    resolved: resolveBudget(stored.plan.budget, figures),
  }
}
