import type { GoalGap, Store } from '@zhanggui/contract'
import { cellScope, type Goal, isWhole } from '@zhanggui/goals'
import { addDays, type BusinessDay, daysBetween, periodDays } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { InsightFailure } from '../../insight/insight-failure.ts'
import { type Asker, runQuery } from '../../insight/run-query.ts'
import { causesOf, driverGoals, expectedDrivers, forecastCauses, type Numbers } from './gap-causes.ts'
import { GoalsFailure } from './goals-failure.ts'
import { earlierDay } from './known-days.ts'
import { lastYear } from './last-year.ts'
import { goalOf, type LoadedGoals, loadGoals, treeOf } from './load-goals.ts'
import { dayAsked, judge, judgedAsOf, readJudging } from './read-attainment.ts'

const numbersOf = (row: Record<string, unknown> | undefined): Numbers =>
  Object.fromEntries(Object.entries(row ?? {}).map(([id, v]) => [id, typeof v === 'number' ? v : null]))

type Stretch = { from: BusinessDay; to: BusinessDay }

/** Totals of a stretch of days; nothing is known of what the catalogue cannot cut like that. */
async function totals(
  context: Context,
  store: Store,
  goal: Goal,
  metrics: readonly string[],
  stretch: Stretch,
  asker?: Asker,
): Promise<Numbers> {
  if (stretch.from >= stretch.to) return {}
  const filters = Object.entries(cellScope(goal)).map(([dimension, value]) => ({
    dimension,
    op: 'in' as const,
    values: [value],
  }))
  try {
    return numbersOf((await runQuery(context, store, { metrics: [...metrics], filters, ...stretch }, asker)).totals)
  } catch (error) {
    if (error instanceof InsightFailure) return {}
    throw error
  }
}

/** Drivers that the catalogue cannot cut by the goal's scope must not take the others with them. */
async function driverTotals(
  context: Context,
  store: Store,
  goal: Goal,
  stretch: Stretch,
  asker?: Asker,
): Promise<Numbers> {
  const own = await totals(context, store, goal, [goal.metric], stretch, asker)
  if (goal.metric !== 'paid') return own
  const traffic = await totals(context, store, goal, ['uv', 'cvr'], stretch, asker)
  const buyers = await totals(context, store, goal, ['buyers', 'aov'], stretch, asker)
  return { ...traffic, ...buyers, ...own }
}

type LastYear = { elapsed: Stretch; whole: Stretch }

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
  context: Context,
  store: Store,
  planId: string,
  { goal: id, asOf: asked, asker }: { goal: string; asOf?: string | undefined; asker?: Asker | undefined },
): Promise<GoalGap> {
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
  const [now, then, whole] = await Promise.all([
    driverTotals(context, store, goal, elapsed, asker),
    driverTotals(context, store, goal, before.elapsed, asker),
    driverTotals(context, store, goal, before.whole, asker),
  ])
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
