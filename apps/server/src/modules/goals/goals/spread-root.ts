import type { SpreadGoals, Store } from '@zhanggui/contract'
import { cellKey, cellScope, type Goal, goalId, goalKey, type Metrics, plainGoal } from '@zhanggui/goals'
import { type Cents, cents, multiplyDivide, parsePeriod, periodDays } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { GoalsFailure } from './goals-failure.ts'
import { lastYear } from './last-year.ts'
import { readFigures } from './read-figures.ts'
import { yearEndFigure } from './year-end-figure.ts'

type Asked = Pick<SpreadGoals, 'goal' | 'total' | 'growthBp'> & { metric: string; scope: Goal['scope'] }

/** A year's goal with nothing said yet. */
export function newRoot(given: {
  metric: string
  year: number
  scope: Goal['scope']
  taken: { has(id: string): boolean }
}): Goal {
  const period = parsePeriod(String(given.year))
  const { metric, scope, taken } = given
  return plainGoal({ id: goalId(metric, period, scope, taken), metric, period, scope })
}

/** Last year's figure of a goal; null when it is not known. */
async function lastYearFigure(context: Context, store: Store, goal: Goal): Promise<number | null> {
  const period = lastYear(goal.period)
  const cell = { metric: goal.metric, period, scope: cellScope(goal) }
  const figures = await readFigures(context, store, [cell], { until: periodDays(period).to })
  return figures.get(cellKey(cell.metric, cell.period, cell.scope)) ?? null
}

/** Last year's whole figure grown by basis points, rounded once, half up. */
export const grown = (figure: number, growthBp: number): Cents =>
  multiplyDivide({ amount: cents(figure), numerator: 10_000 + growthBp, denominator: 10_000, rounding: 'half_up' })

async function totalOf(context: Context, store: Store, goal: Goal, asked: Asked): Promise<Goal> {
  const baseline = goal.baseline ?? (await lastYearFigure(context, store, goal))
  const known = { ...goal, baseline, baselinePeriod: baseline === null ? goal.baselinePeriod : lastYear(goal.period) }
  if (asked.total !== undefined) return { ...known, target: asked.total }
  if (asked.growthBp === undefined) return known
  if (baseline === null)
    throw new GoalsFailure('no_last_year', {
      zh: '没有去年的数据，无法按增长率算出目标；请直接填写目标总额，或先导入去年的数据。',
      en: 'There is no figure of last year to grow; give the total itself, or import last year’s data.',
    })
  const { figure, forecastFrom } = await yearEndFigure(context, store, goal, baseline)
  const target = grown(figure, asked.growthBp)
  return forecastFrom === null
    ? { ...known, target }
    : { ...known, baseline: figure, target, note: openYear(goal.note, forecastFrom) }
}

/** Says in the goal's own note that its baseline is not all history. */
const openYear = (note: string, day: string): string =>
  [note, `基线自 ${day} 起为预测。 / Baseline is a forecast from ${day} on.`].filter((line) => line !== '').join('\n')

/**
 * The goal that a split starts from, with its total: the one named, or the year's root on a metric and scope, made when it
 * is not there. Errors: `unknown_goal`, `no_last_year`.
 */
export async function spreadRoot(
  context: Context,
  store: Store,
  { goals, year, metrics, asked }: { goals: readonly Goal[]; year: number; metrics: Metrics; asked: Asked },
): Promise<{ root: Goal; goals: Goal[] }> {
  const key = cellKey(asked.metric, String(year), asked.scope)
  const found = goals.find((g) => (asked.goal === undefined ? goalKey(g) === key : g.id === asked.goal))
  if (!found && (asked.goal !== undefined || !metrics.has(asked.metric)))
    throw new GoalsFailure(
      asked.goal === undefined ? 'goal_not_spreadable' : 'unknown_goal',
      asked.goal === undefined
        ? {
            zh: `没有名为“${asked.metric}”的指标，见指标词典。`,
            en: `There is no metric "${asked.metric}"; see the dictionary.`,
          }
        : {
            zh: `没有编号为“${asked.goal}”的目标；请刷新后重试。`,
            en: `There is no goal "${asked.goal}"; reload and try again.`,
          },
    )
  const taken = new Set(goals.map((g) => g.id))
  const root = await totalOf(
    context,
    store,
    found ?? newRoot({ metric: asked.metric, year, scope: asked.scope, taken }),
    asked,
  )
  return { root, goals: found ? goals.map((g) => (g.id === root.id ? root : g)) : [...goals, root] }
}
