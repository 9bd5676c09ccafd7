import { FillBaselines, type GoalsChanged, type Store } from '@zhanggui/contract'
import { cellKey, cellScope, type Goal } from '@zhanggui/goals'
import { periodDays } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { parseInput } from '../../../http/parse-input.ts'
import type { PlanCaller } from '../plans/change-plan.ts'
import { changeGoals } from './change-goals.ts'
import { roleSeesMetric } from './goal-metrics.ts'
import { lastYear } from './last-year.ts'
import { loadGoals } from './load-goals.ts'
import { readFigures } from './read-figures.ts'

/** Goals with last year's figure beside them, by id; those whose figure is not known are left out. */
export async function fillFrom(context: Context, store: Store, goals: readonly Goal[]): Promise<Map<string, Goal>> {
  const own = goals.filter((g) => !g.metric.startsWith('own:'))
  const cells = own.map((g) => ({ metric: g.metric, period: lastYear(g.period), scope: cellScope(g) }))
  const last = cells
    .map((c) => periodDays(c.period).to)
    .sort()
    .at(-1)
  if (last === undefined) return new Map()
  const figures = await readFigures(context, store, cells, { until: last })
  const filled = own.flatMap((goal) => {
    const baselinePeriod = lastYear(goal.period)
    const baseline = figures.get(cellKey(goal.metric, baselinePeriod, cellScope(goal))) ?? null
    return baseline === null ? [] : [[goal.id, { ...goal, baseline, baselinePeriod }] as const]
  })
  return new Map(filled)
}

/**
 * Fills the baselines of a plan's goals with the same figures of last year, asked of the metric catalogue. A baseline that
 * somebody set stays unless `overwrite`.
 */
export async function fillBaselines(
  context: Context,
  caller: PlanCaller,
  store: Store,
  planId: string,
  request: FillBaselines,
): Promise<GoalsChanged> {
  const asked = parseInput(FillBaselines, request)
  const loaded = await loadGoals(context, store, planId)
  const seen = loaded.plan.goals.filter((g) => roleSeesMetric(g.metric, caller.role))
  const open = seen.filter((g) => asked.overwrite || g.baseline === null)
  const filled = await fillFrom(context, store, open)
  const goals = loaded.plan.goals.map((g) => filled.get(g.id) ?? g)
  const missing = open.length - filled.size
  const warnings =
    missing === 0
      ? []
      : [
          {
            code: 'baseline_unknown',
            messageZh: `有 ${missing} 个目标在数据里找不到去年的数值，保持为空；可以手工填写。`,
            messageEn: `${missing} goals have no figure of last year in the data and stay blank; fill them by hand.`,
          },
        ]
  return changeGoals(context, caller, { loaded, goals, asked, warnings })
}
