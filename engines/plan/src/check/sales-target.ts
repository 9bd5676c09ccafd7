import type { Goal } from '@zhanggui/goals'
import { type Cents, cents, isCents, type Period, periodGrain, periodsWithin } from '@zhanggui/kernel'
import type { Plan } from '../plan.ts'
import { hasDays } from './days-of.ts'

/** Sales that shares of a budget speak of: GMV, or paid sales where the plan sets no GMV. */
const SALES_METRICS = ['gmv', 'paid'] as const

/** What the plan expects to sell in a period, in fen; `null` while it sets no sales for it. */
export type SalesTarget = (period: Period) => Cents | null

/** A hundred thousand million yuan; more is a slip of the keys, and shares of it would overflow. */
const SALES_CENTS_MAX = 1e13

const isWholeShop = ({ scope, set }: Goal): boolean => set === 'all' && Object.keys(scope).length === 0

const key = (metric: string, period: string): string => `${metric}\n${period}`

function targetsOf(goals: readonly Goal[]): Map<string, Cents> {
  const targets = new Map<string, Cents>()
  for (const goal of goals) {
    const { metric, period, target } = goal
    if (
      target !== null &&
      isCents(target) &&
      target >= 0 &&
      target <= SALES_CENTS_MAX &&
      isWholeShop(goal) &&
      !targets.has(key(metric, period))
    )
      targets.set(key(metric, period), target)
  }
  return targets
}

/** A quarter or year without a goal of its own is the sum of its months, when every one of them is set. */
function ofMonths(targets: ReadonlyMap<string, Cents>, metric: string, period: Period): Cents | null {
  if (!hasDays(period) || !['year', 'quarter'].includes(periodGrain(period))) return null
  let sum = 0
  for (const month of periodsWithin(period, 'month')) {
    const target = targets.get(key(metric, month))
    if (target === undefined) return null
    sum += target
  }
  return cents(sum)
}

/** @example salesTargets(plan)(parsePeriod('2027-Q2')) */
export function salesTargets({ goals }: Plan): SalesTarget {
  const targets = targetsOf(goals)
  return (period) => {
    for (const metric of SALES_METRICS) {
      const target = targets.get(key(metric, period)) ?? ofMonths(targets, metric, period)
      if (target !== null) return target
    }
    return null
  }
}
