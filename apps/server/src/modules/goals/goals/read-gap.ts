import type { DayRange } from '@zhanggui/calendar'
import type { GoalGap, Store } from '@zhanggui/contract'
import { cellScope, type Goal, isWhole } from '@zhanggui/goals'
import { addDays, type BusinessDay, daysBetween, periodDays } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { asOneReading } from '../../insight/answer-cache.ts'
import type { Asker } from '../../insight/run-query.ts'
import { runStretches } from '../../insight/run-stretches.ts'
import { askSets } from './ask-metrics.ts'
import { causesOf, driverGoals, expectedDrivers, forecastCauses, type Numbers } from './gap-causes.ts'
import { GoalsFailure } from './goals-failure.ts'
import { earlierDay } from './known-days.ts'
import { lastYear } from './last-year.ts'
import { goalOf, type LoadedGoals, loadGoals, treeOf } from './load-goals.ts'
import { dayAsked, judge, judgedAsOf, readJudging } from './read-attainment.ts'

const numbersOf = (row: Record<string, unknown> | undefined): Numbers =>
  Object.fromEntries(Object.entries(row ?? {}).map(([id, v]) => [id, typeof v === 'number' ? v : null]))

/** The drivers of paid sales: of those who come, and of those who buy. */
const DRIVERS = [
  ['uv', 'cvr'],
  ['buyers', 'aov'],
]

/**
 * A goal's figure and its drivers over each stretch of days. Drivers that the catalogue cannot cut by the goal's scope must not take
 * the others with them. Shape: one a stretch, in order; nothing is known of an empty one.
 */
async function driverTotals(
  context: Context,
  store: Store,
  { goal, stretches, asker }: { goal: Goal; stretches: readonly DayRange[]; asker?: Asker | undefined },
): Promise<Numbers[]> {
  const own = stretches.filter(({ from, to }) => from < to)
  const filters = Object.entries(cellScope(goal)).map(([dimension, value]) => ({
    dimension,
    op: 'in' as const,
    values: [value],
  }))
  const sets = goal.metric === 'paid' ? [[goal.metric], ...DRIVERS] : [[goal.metric]]
  const answers = await askSets(sets, (metrics) =>
    runStretches(context, store, { metrics, filters, stretches: own }, asker),
  )
  return stretches.map((stretch) => {
    const place = own.indexOf(stretch)
    return Object.assign({}, ...answers.map((rows) => numbersOf(rows[place]?.[0])))
  })
}

type LastYear = { elapsed: DayRange; whole: DayRange }

/** The same days of last year: of the part that is over, and of the whole period. */
function lastYearDays(goal: Goal, asOf: BusinessDay): LastYear {
  const { from, to } = periodDays(goal.period)
  const before = periodDays(lastYear(goal.period))
  const gone = Math.max(0, daysBetween(from, earlierDay(asOf, to)))
  const end = addDays(before.from, gone)
  return { whole: before, elapsed: { from: before.from, to: asOf >= to ? before.to : earlierDay(end, before.to) } }
}

function partsOf(goal: Goal, loaded: LoadedGoals, expected: ReadonlyMap<string, number | null>): GoalGap['parts'] {
  const tree = treeOf(loaded.plan.goals, loaded.metrics)
  return tree.groups
    .filter((g) => g.parent === goal.id)
    .flatMap(({ axis, children }) =>
      children.map((id) => {
        const target = tree.byId.get(id)?.target ?? null
        const of = expected.get(id) ?? null
        return { axis, goal: id, target, expected: of, difference: target === null || of === null ? null : of - target }
      }),
    )
}

const requireGap = (goal: Goal, expected: number | null): { target: number; expected: number } => {
  if (goal.target !== null && expected !== null) return { target: goal.target, expected }
  throw new GoalsFailure('goal_has_no_gap', {
    zh: '这个目标还没有数值，或数据不足以判断期末，无法分解差距；请先填写目标并导入数据。',
    en: 'This goal has no target, or its end cannot be told from the data, so there is no gap to explain; set it and import data first.',
  })
}

/**
 * Why a goal will be missed or passed: by drivers against the same days of last year, by what is still expected, by what was
 * planned on top; and by its parts. Whole units that add up to the difference exactly (P2.22).
 * Errors: `unknown_goal`, `goal_has_no_gap`.
 */
export async function readGap(
  installation: Context,
  store: Store,
  planId: string,
  { goal: id, asOf: asked, asker }: { goal: string; asOf?: string | undefined; asker?: Asker | undefined },
): Promise<GoalGap> {
  const context = asOneReading(installation)
  const loaded = await loadGoals(context, store, planId)
  const tree = treeOf(loaded.plan.goals, loaded.metrics)
  const goal = goalOf(tree, id)
  const { asOf } = await judgedAsOf(context, store, dayAsked(asked))
  const below = tree.groups.filter((g) => g.parent === id).flatMap((g) => g.children)
  const goals = [goal, ...below.map((c) => goalOf(tree, c)), ...driverGoals(goal)]
  const judging = await readJudging(context, store, loaded, { asOf, asker, goals })
  const rows = judge(goals, loaded, judging)
  const [own] = rows
  const { target, expected } = requireGap(goal, own?.end?.mean ?? null)
  const actual = own?.actual ?? 0
  const days = periodDays(goal.period)
  const before = lastYearDays(goal, asOf)
  const elapsed = { from: days.from, to: earlierDay(asOf, days.to) }
  const metric = loaded.metrics.get(goal.metric)
  const stretches = [elapsed, before.elapsed, before.whole]
  const [now = {}, then = {}, whole = {}] = await driverTotals(context, store, { goal, stretches, asker })
  const lastYearWhole = whole[goal.metric] ?? null
  const additive = metric !== undefined && isWhole(metric) && metric.kind === 'additive'
  const ahead = expectedDrivers(goal, expected, rows)
  const forecast = days.to > asOf && additive ? forecastCauses({ goal, target, expected, before: whole, ahead }) : null
  const causes =
    forecast ??
    (additive && lastYearWhole !== null
      ? causesOf({ goal, target, expected, actual, then, now, lastYearWhole })
      : [{ id: goal.metric, effect: expected - target, from: target, to: expected }])
  return {
    goal: id,
    asOf,
    target,
    expected,
    difference: expected - target,
    lastYear: lastYearWhole === null ? null : { ...before.whole, value: lastYearWhole },
    causes,
    parts: partsOf(goal, loaded, new Map(rows.map((r) => [r.goal, r.end?.mean ?? null]))),
  }
}
