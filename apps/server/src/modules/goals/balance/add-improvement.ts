import { AddImprovementGoals, type GoalsChanged, type Store } from '@zhanggui/contract'
import { cellKey, type Goal, improvementGoals } from '@zhanggui/goals'
import { parsePeriod, periodDays } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { changeGoals } from '../goals/change-goals.ts'
import { fillFrom } from '../goals/fill-baselines.ts'
import { lastYear } from '../goals/last-year.ts'
import { loadGoals } from '../goals/load-goals.ts'
import { readFigures } from '../goals/read-figures.ts'
import { newRoot } from '../goals/spread-root.ts'
import type { PlanCaller } from '../plans/change-plan.ts'

/** What last year showed is why the goal is set. */
const withReason = (goal: Goal): Goal =>
  goal.baseline === null ? goal : { ...goal, diagnosis: `改善计划：以 ${goal.baselinePeriod} 实际为基线` }

const UNKNOWN = (names: string) => ({
  code: 'baseline_unknown',
  messageZh: `${names} 在去年的数据里算不出基线；导入浏览、直播与库存数据后再填入去年。`,
  messageEn: `${names}: no baseline in last year’s data; import visits, live views and stock, then fill in last year.`,
})

/**
 * Adds the operating targets of an improvement plan to the year's goals, each with last year's figure as baseline; all are
 * computed from events, orders and stock (P2.16). What is a goal already is left as it is.
 * Errors: `stale_version`, `plan_approved`.
 */
export async function addImprovement(
  context: Context,
  caller: PlanCaller,
  store: Store,
  planId: string,
  request: AddImprovementGoals,
): Promise<GoalsChanged> {
  const { revision, apply, reason, ...targets } = parseInput(AddImprovementGoals, request)
  const loaded = await loadGoals(context, store, planId)
  const { goals, year } = loaded.plan
  const before = lastYear(parsePeriod(String(year)))
  const cells = [{ metric: 'cvr', period: before, scope: {} }]
  const figures = await readFigures(context, store, cells, { until: periodDays(before).to })
  const made = improvementGoals({
    year,
    goals,
    blank: (metric) => newRoot({ metric, year, scope: {}, taken: new Set() }),
    cvrBaseline: figures.get(cellKey('cvr', before, {})) ?? null,
    targets,
  })
  const filled = await fillFrom(context, store, made)
  const added = made.map((g) => withReason(filled.get(g.id) ?? g))
  const byMetric = Map.groupBy(added, (g) => g.metric)
  // Months that are still to come have no baseline yet; a metric without any is one that the data does not have.
  const blank = [...byMetric].filter(([, of]) => of.every((g) => g.baseline === null))
  const names = blank.map(([metric]) => loaded.metrics.get(metric)?.nameZh ?? metric)
  return changeGoals(context, caller, {
    loaded,
    goals: [...goals, ...added],
    asked: { revision, apply, reason },
    warnings: names.length === 0 ? [] : [UNKNOWN(names.join('、'))],
  })
}
