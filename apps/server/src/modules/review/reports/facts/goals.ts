import { isPeriod } from '@zhanggui/kernel'
import { figure, type GoalFact, type Reference } from '@zhanggui/report'
import { goalMetrics } from '../../../goals/goals/goal-metrics.ts'
import { readAttainment } from '../../../goals/goals/read-attainment.ts'
import { type Gathering, mayReadPlans, planOfYear } from './gathering.ts'
import { scopedGoalName } from './scoped-goal-name.ts'

/** Goals of the report's own period beside their figures, the shop as a whole first. */
export async function gatherGoals(given: Gathering): Promise<GoalFact[]> {
  const { context, store, period, language, asker } = given
  const plan =
    mayReadPlans(given) && isPeriod(period.key) ? await planOfYear(given, Number(period.from.slice(0, 4))) : null
  if (!plan) return []
  const own = new Map(plan.goals.filter((goal) => goal.period === period.key).map((goal) => [goal.id, goal]))
  if (own.size === 0) return []
  const metrics = goalMetrics(plan)
  const { rows } = await readAttainment(context, store, plan.id, { asOf: period.to, asker })
  const facts = rows.flatMap((row): (GoalFact & { depth: number })[] => {
    const goal = own.get(row.goal)
    if (!goal) return []
    const ref: Reference = { kind: 'plan', part: 'goals', id: goal.id, field: 'target' }
    const unit = metrics.get(goal.metric)?.unit ?? 'count'
    return [
      {
        id: goal.id,
        name: scopedGoalName(goal, metrics, language),
        metric: goal.metric,
        target: row.target,
        actual: row.actual,
        status: row.status,
        figures: { target: figure(row.target, unit, ref), actual: figure(row.actual, unit, ref) },
        depth: Object.keys(goal.scope).length,
      },
    ]
  })
  const order = (fact: (typeof facts)[number]): number => fact.depth * 2 + (fact.metric === 'paid' ? 0 : 1)
  return facts.toSorted((a, b) => order(a) - order(b)).map(({ depth: _, ...fact }) => fact)
}
