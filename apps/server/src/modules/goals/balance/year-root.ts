import { cellKey, type Goal, goalKey } from '@zhanggui/goals'
import { parsePeriod } from '@zhanggui/kernel'
import { GoalsFailure } from '../goals/goals-failure.ts'
import type { LoadedGoals } from '../goals/load-goals.ts'
import { newRoot } from '../goals/spread-root.ts'

/** The year's goal on paid sales, which a mix gives out; made with `totalCents` where there is none. */
export function yearRoot({ plan }: LoadedGoals, totalCents: number | undefined): { root: Goal; goals: Goal[] } {
  const key = cellKey('paid', parsePeriod(String(plan.year)), {})
  const found = plan.goals.find((g) => goalKey(g) === key)
  const target = totalCents ?? found?.target ?? null
  if (target === null)
    throw new GoalsFailure('goal_not_spreadable', {
      zh: '全年支付金额还没有目标；请先设定，或直接给出总额。',
      en: 'There is no target for the year’s paid sales; set one first, or give the total.',
    })
  if (found)
    return { root: { ...found, target }, goals: plan.goals.map((g) => (g.id === found.id ? { ...found, target } : g)) }
  const taken = new Set(plan.goals.map((g) => g.id))
  const root = { ...newRoot({ metric: 'paid', year: plan.year, scope: {}, taken }), target }
  return { root, goals: [...plan.goals, root] }
}
