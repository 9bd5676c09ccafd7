import type { Store } from '@zhanggui/contract'
import { buildTree, type Goal, type GoalTree, type Metrics } from '@zhanggui/goals'
import type { Plan } from '@zhanggui/plan'
import type { Context } from '../../../context.ts'
import { readPlan, type StoredPlan } from '../plans/read-plan.ts'
import { goalMetrics } from './goal-metrics.ts'
import { GoalsFailure } from './goals-failure.ts'

/** A plan's goals with their metrics, ready to work on. */
export type LoadedGoals = { stored: StoredPlan; plan: Plan; metrics: Metrics; revision: number }

/** Errors: throws `not_found`. */
export async function loadGoals(context: Context, store: Store, planId: string): Promise<LoadedGoals> {
  const stored = await readPlan(context, store.id, planId)
  return { stored, plan: stored.plan, metrics: goalMetrics(stored.plan), revision: stored.revisions.goals }
}

/** Errors: throws `goals_faulty` where goals are each other's parents, have unknown parents or the same id. */
export function treeOf(goals: readonly Goal[], metrics: Metrics): GoalTree {
  const tree = buildTree(goals, metrics)
  if (tree.ok) return tree.value
  const [first] = tree.error
  throw new GoalsFailure(
    'goals_faulty',
    {
      zh: `这些目标还不成一棵树（${tree.error.length} 处）。${first?.messageZh ?? ''}`,
      en: `These goals are no tree yet (${tree.error.length} places). ${first?.messageEn ?? ''}`,
    },
    { faults: tree.error },
  )
}

/** Errors: throws `unknown_goal`. */
export function goalOf(tree: GoalTree, id: string): Goal {
  const goal = tree.byId.get(id)
  if (!goal)
    throw new GoalsFailure(
      'unknown_goal',
      { zh: `没有编号为“${id}”的目标；请刷新后重试。`, en: `There is no goal "${id}"; reload and try again.` },
      { goal: id },
    )
  return goal
}
