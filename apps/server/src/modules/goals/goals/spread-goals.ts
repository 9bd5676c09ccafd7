import { type GoalsChanged, MAX_GOALS, SpreadGoals, type Store } from '@zhanggui/contract'
import {
  addsUpOver,
  cellScope,
  type Goal,
  type Metrics,
  openSums,
  reconcileGoals,
  type Spread,
  type SpreadFailure,
  spreadGoal,
  withTargets,
} from '@zhanggui/goals'
import type { z } from 'zod'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { parseInput } from '../../../http/parse-input.ts'
import type { PlanCaller } from '../plans/change-plan.ts'
import { changeGoals } from './change-goals.ts'
import { conflictFailure } from './conflict-words.ts'
import { fillFrom } from './fill-baselines.ts'
import { roleSeesMetric } from './goal-metrics.ts'
import { GoalsFailure } from './goals-failure.ts'
import { loadGoals, treeOf } from './load-goals.ts'
import { spreadAxes } from './spread-axes.ts'
import { spreadRoot } from './spread-root.ts'
import { spreadWeights } from './spread-weights.ts'

type Asked = z.output<typeof SpreadGoals>

function refuse(failure: SpreadFailure, goals: readonly Goal[], metrics: Metrics): never {
  if (failure.code === 'conflict') {
    const { parent, parts, by, kind } = failure
    const conflict = { at: parent, goals: [parent, ...parts], by, low: null, high: null, kind }
    throw conflictFailure(treeOf(goals, metrics), conflict)
  }
  if (failure.code === 'no_target')
    throw new GoalsFailure('goal_not_spreadable', {
      zh: '这个目标还没有数值，无法往下分；请先填写目标，或给出增长率。',
      en: 'This goal has no target to split; set one, or say how much it shall grow.',
    })
  throw new GoalsFailure('unknown_goal', {
    zh: `没有目标“${failure.goal}”。`,
    en: `There is no goal "${failure.goal}".`,
  })
}

/** A metric whose parts do not add up is not given out in parts. */
function requireAdditive(goal: Goal, metrics: Metrics, by: readonly string[]): void {
  const metric = metrics.get(goal.metric)
  const grains = ['quarter', 'month', 'day']
  const bad = by.filter(
    (name) => metric && !addsUpOver(metric, grains.includes(name) ? 'period' : name, cellScope(goal)),
  )
  if (!metric || bad.length === 0) return
  throw new GoalsFailure('goal_not_spreadable', {
    zh: `“${metric.nameZh}”按“${bad.join('、')}”拆开后加起来不等于整体，不能这样分解；请分别设目标，或分解它的分子。`,
    en: `Parts of "${metric.nameEn}" by ${bad.join(', ')} do not add up to the whole, so it cannot be split like that; set the parts one by one, or split its numerator.`,
  })
}

/** Locked totals across the split may not be what their cells now add up to; the least change settles that. */
async function settled(spread: Spread, metrics: Metrics, root: Goal): Promise<Goal[]> {
  const tree = treeOf(spread.goals, metrics)
  if (openSums(tree).every((s) => s.blanks.length > 0)) return spread.goals
  const pinned = new Map(root.target === null ? [] : [[root.id, root.target]])
  const solved = await reconcileGoals(tree, { pinned, blankWeight: new Map() })
  if (!solved.ok) throw conflictFailure(tree, solved.error)
  return withTargets(spread.goals, new Map(solved.value.changes.map((c) => [c.id, c.after])))
}

function requireRoom(goals: readonly Goal[]): void {
  if (goals.length <= MAX_GOALS) return
  throw new GoalsFailure('goal_not_spreadable', {
    zh: `分解后有 ${goals.length} 个目标，超过一份规划的 ${MAX_GOALS} 个；请少选一个维度，或先按类目分解。`,
    en: `That makes ${goals.length} goals, more than the ${MAX_GOALS} of a plan; leave out a dimension or split by something coarser.`,
  })
}

/** Goals with one of them, or a new root, split over periods and dimensions; baselines come along. */
export async function spreadPlan(
  context: Context,
  store: Store,
  {
    goals,
    year,
    metrics,
    asked,
  }: { goals: readonly Goal[]; year: number; metrics: Metrics; asked: Omit<Asked, 'revision' | 'apply' | 'reason'> },
): Promise<{ goals: Goal[]; warnings: GoalsChanged['warnings'] }> {
  const start = await spreadRoot(context, store, { goals, year, metrics, asked })
  const metric = metrics.get(start.root.metric)
  if (metric) requireAdditive(start.root, metrics, asked.by)
  const axes = metric ? await spreadAxes(context, store, { goal: start.root, metric, by: asked.by }) : []
  const { weigh, warnings } = await spreadWeights(context, store, { root: start.root, axes, shape: asked.shape })
  const spread = spreadGoal(start.goals, { goalId: start.root.id, axes, weigh, crossTotals: asked.crossTotals })
  if (!spread.ok) return refuse(spread.error, start.goals, metrics)
  requireRoom(spread.value.goals)
  const whole = await settled(spread.value, metrics, start.root)
  const made = new Set(spread.value.made)
  const filled = await fillFrom(
    context,
    store,
    whole.filter((g) => made.has(g.id)),
  )
  return { goals: whole.map((g) => filled.get(g.id) ?? g), warnings }
}

/**
 * Splits a goal over periods and dimensions; see contract `SpreadGoals`.
 * Errors: `goal_not_spreadable`, `no_last_year`, `goals_conflict` naming the parts whose bounds leave no room.
 */
export async function spreadGoals(
  context: Context,
  caller: PlanCaller,
  store: Store,
  planId: string,
  request: SpreadGoals,
): Promise<GoalsChanged> {
  const asked = parseInput(SpreadGoals, request)
  const loaded = await loadGoals(context, store, planId)
  const { plan, metrics } = loaded
  const metric = plan.goals.find((g) => g.id === asked.goal)?.metric ?? asked.metric
  // The shares of a split would tell what last year's profit was.
  if (!roleSeesMetric(metric, caller.role)) throw new ApiFailure('not_permitted_metric')
  const { goals, warnings } = await spreadPlan(context, store, { goals: plan.goals, year: plan.year, metrics, asked })
  return changeGoals(context, caller, { loaded, goals, asked, warnings })
}
