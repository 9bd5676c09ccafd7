import type { GoalReplay, Store } from '@zhanggui/contract'
import { cellKey, cellScope, replayErrors } from '@zhanggui/goals'
import { periodDays, periodGrain, periodsWithin } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import type { Asker } from '../../insight/run-query.ts'
import { toCome } from './expected-end.ts'
import { forecastLines } from './forecast-lines.ts'
import { GoalsFailure } from './goals-failure.ts'
import { knownDays } from './known-days.ts'
import { goalOf, loadGoals, treeOf } from './load-goals.ts'
import { readFigures } from './read-figures.ts'

/**
 * Replays a goal's year: what each month that is over was expected to bring on its first day, from what was known then, and
 * what it brought (P2.22).
 * Errors: `unknown_goal`; `goal_has_no_gap` for a goal of a month or a day, which has no months to replay.
 */
export async function replayGoal(
  context: Context,
  store: Store,
  planId: string,
  { goal: id, asker }: { goal: string; asker?: Asker | undefined },
): Promise<GoalReplay> {
  const { plan, metrics } = await loadGoals(context, store, planId)
  const goal = goalOf(treeOf(plan.goals, metrics), id)
  if (!['year', 'quarter'].includes(periodGrain(goal.period)))
    throw new GoalsFailure('goal_has_no_gap', {
      zh: '只有年度和季度目标可以按月回放；请选它的上级。',
      en: 'Only goals of a year or a quarter can be replayed month by month; choose its parent.',
    })
  const known = await knownDays(context, store)
  const months = periodsWithin(goal.period, 'month').map((period) => ({ ...goal, period }))
  const over = months.filter((m) => known !== null && periodDays(m.period).to <= known.until)
  const cells = over.map((m) => ({ metric: m.metric, period: m.period, scope: cellScope(m) }))
  const figures = known ? await readFigures(context, store, cells, { until: known.until, asker }) : new Map()
  const periods = []
  for (const month of over) {
    const lines = await forecastLines(context, store, [month], periodDays(month.period).from)
    const expected = toCome(lines, month, null)?.end.mean ?? null
    const actual = figures.get(cellKey(month.metric, month.period, cellScope(month))) ?? null
    periods.push({ period: month.period as string, expected: expected === null ? null : Math.round(expected), actual })
  }
  return { goal: id, ...replayErrors(periods) }
}
