import type { GoalsChanged } from '@zhanggui/contract'
import type { Goal } from '@zhanggui/goals'
import type { Context } from '../../../context.ts'
import { changePart, type PlanCaller } from '../plans/change-plan.ts'
import { type LoadedGoals, treeOf } from './load-goals.ts'
import { openSumLines } from './sum-lines.ts'

type Change = GoalsChanged['changes'][number]

/** Goals as they shall be, and whether to store them. */
export type GoalsDraft = {
  loaded: LoadedGoals
  goals: readonly Goal[]
  asked: { revision: number; apply: boolean; reason: string }
  warnings?: GoalsChanged['warnings']
}

/** Fields whose change is reported, goal by goal, in the new tree's order. */
function changesBetween(
  before: readonly Goal[],
  after: readonly Goal[],
): Pick<GoalsChanged, 'changes' | 'blanked' | 'made'> {
  const old = new Map(before.map((g) => [g.id, g]))
  const changes: Change[] = []
  const blanked: string[] = []
  for (const goal of after) {
    const was = old.get(goal.id)
    if (!was) continue
    for (const field of ['target', 'baseline'] as const) {
      const value = goal[field]
      if (value === was[field]) continue
      if (value === null) blanked.push(goal.id)
      else changes.push({ id: goal.id, field, before: was[field], after: value })
    }
  }
  const made = after.filter((g) => !old.has(g.id)).map((g) => ({ ...g, scope: { ...g.scope } }))
  return { changes, blanked, made }
}

/**
 * Says what a change of goals would do, and with `apply` stores it as a new revision of the plan's goals.
 * Errors: throws `stale_version`, `plan_approved`, `plan_invalid`; nothing is stored then.
 */
export async function changeGoals(
  context: Context,
  caller: PlanCaller,
  { loaded, goals, asked, warnings = [] }: GoalsDraft,
): Promise<GoalsChanged> {
  const { plan, metrics, revision } = loaded
  const answer = {
    ...changesBetween(plan.goals, goals),
    sums: openSumLines(treeOf(goals, metrics)),
    warnings,
  }
  if (!asked.apply) return { ...answer, applied: false, revision }
  const body = { goals, measures: plan.measures }
  const saved = await changePart(context, caller, plan.id, 'goals', {
    revision: asked.revision,
    body,
    reason: asked.reason,
  })
  return { ...answer, applied: true, revision: saved.revisions.goals }
}
