import {
  type Cents,
  cents,
  isCents,
  PERIOD_GRAINS,
  type Period,
  periodGrain,
  periodsWithin,
  sumCents,
} from '@zhanggui/kernel'
import type { Plan } from '@zhanggui/plan'

/** Targets that can stand for expected sales, the plainest first: GMV, then paid amount. */
const SALES_METRICS = ['gmv', 'paid'] as const

/** Above it a target is a typing error, and shares of it would leave the safe range. */
const TARGET_MAX_CENTS = 10 ** 13

type SalesTargets = ReadonlyMap<Period, Cents>

/** Targets of the whole shop, by period; goals that are parts of another split, or not set, say nothing. */
function targetsOf(plan: Plan, metric: string): SalesTargets {
  const targets = new Map<Period, Cents>()
  for (const goal of plan.goals) {
    const isWhole = goal.metric === metric && goal.set === 'all' && Object.keys(goal.scope).length === 0
    const isMoney = goal.target !== null && isCents(goal.target) && goal.target >= 0 && goal.target <= TARGET_MAX_CENTS
    if (isWhole && isMoney) targets.set(goal.period, cents(goal.target ?? 0))
  }
  return targets
}

/** A period's own target, else those of all finer periods within it together; `null` while one is missing. */
function salesWithin(targets: SalesTargets, period: Period): Cents | null {
  const own = targets.get(period)
  if (own !== undefined) return own
  const finer = PERIOD_GRAINS.slice(PERIOD_GRAINS.indexOf(periodGrain(period)) + 1)
  for (const grain of finer) {
    const parts = periodsWithin(period, grain).map((part) => targets.get(part))
    const known = parts.filter((part) => part !== undefined)
    if (known.length === parts.length) return sumCents(known)
  }
  return null
}

/** Expected sales of a plan by its goals. */
export type PlanSales = { metric: (typeof SALES_METRICS)[number] | null; of(period: Period): Cents | null }

/**
 * Expected sales of any period from the plan's goals on GMV, or on the paid amount where none is set on GMV.
 * Shape: `null` for a period that neither has a target nor is made of periods that all have one.
 */
export function planSales(plan: Plan): PlanSales {
  for (const metric of SALES_METRICS) {
    const targets = targetsOf(plan, metric)
    if (targets.size > 0) return { metric, of: (period) => salesWithin(targets, period) }
  }
  return { metric: null, of: () => null }
}
