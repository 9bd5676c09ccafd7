import { type GoalsChanged, ReconcileGoals, type Role, type Store } from '@zhanggui/contract'
import { type Goal, type GoalTree, reconcileGoals as solve, withTargets } from '@zhanggui/goals'
import type { Context } from '../../../context.ts'
import { parseInput } from '../../../http/parse-input.ts'
import type { PlanCaller } from '../plans/change-plan.ts'
import { changeGoals } from './change-goals.ts'
import { conflictFailure } from './conflict-words.ts'
import { roleSeesMetric } from './goal-metrics.ts'
import { loadGoals, treeOf } from './load-goals.ts'
import { readSeason } from './season-weights.ts'

const isBlank = (tree: GoalTree, id: string): boolean => (tree.byId.get(id)?.target ?? null) === null

/** Without `fillBlanks` a sum with a blank cell is no sum yet. */
const withoutBlankSums = (tree: GoalTree): GoalTree => ({
  ...tree,
  groups: tree.groups.filter((g) => ![g.parent, ...g.children].some((id) => isBlank(tree, id))),
})

/** How blank months share what is left: by the course of the year that the data shows. */
async function blankWeights(context: Context, store: Store, tree: GoalTree, role: Role): Promise<Map<string, number>> {
  const blanks = tree.goals.filter((g) => g.target === null)
  const byMetric = Map.groupBy(blanks, (g) => g.metric)
  const weights = new Map<string, number>()
  for (const [metric, goals] of byMetric) {
    const [first] = goals
    if (!first || !roleSeesMetric(metric, role)) continue
    const season = await readSeason(context, store, { metric, scope: {}, year: Number(first.period.slice(0, 4)) })
    for (const goal of goals) weights.set(goal.id, season.share(goal.period))
  }
  return weights
}

/**
 * The least change of targets that makes every sum hold; see contract `ReconcileGoals`. A parent that is set is kept where
 * it is a root: the year's target is what everything else is measured by.
 * Errors: `goals_conflict` naming the goals that leave no room. Nothing is changed then.
 */
export async function reconcileGoals(
  context: Context,
  caller: PlanCaller,
  store: Store,
  planId: string,
  request: ReconcileGoals,
): Promise<GoalsChanged> {
  const asked = parseInput(ReconcileGoals, request)
  const loaded = await loadGoals(context, store, planId)
  const whole = treeOf(loaded.plan.goals, loaded.metrics)
  const tree = asked.fillBlanks ? whole : withoutBlankSums(whole)
  const blankWeight = asked.fillBlanks
    ? await blankWeights(context, store, whole, caller.role)
    : new Map<string, number>()
  const solved = await solve(tree, { pinned: rootTargets(whole.roots), blankWeight })
  if (!solved.ok) throw conflictFailure(whole, solved.error)
  const goals = withTargets(loaded.plan.goals, new Map(solved.value.changes.map((c) => [c.id, c.after])))
  return changeGoals(context, caller, { loaded, goals, asked })
}

const rootTargets = (roots: readonly Goal[]): Map<string, number> =>
  new Map(roots.flatMap((g) => (g.target === null ? [] : [[g.id, g.target] as const])))
