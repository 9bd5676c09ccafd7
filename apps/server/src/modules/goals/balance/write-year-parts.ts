import type { GoalsChanged, Store } from '@zhanggui/contract'
import { type Goal, editGoals as solveEdit, yearParts } from '@zhanggui/goals'
import type { Context } from '../../../context.ts'
import { changeGoals } from '../goals/change-goals.ts'
import { conflictFailure } from '../goals/conflict-words.ts'
import { fillFrom } from '../goals/fill-baselines.ts'
import { GoalsFailure } from '../goals/goals-failure.ts'
import { type LoadedGoals, treeOf } from '../goals/load-goals.ts'
import type { PlanCaller } from '../plans/change-plan.ts'

type Asked = { revision: number; apply: boolean; reason: string }

/**
 * Writes a year's targets by one dimension into the goals: cells that are not there are made with last year's baseline, months
 * below a cell follow it in proportion, everything else gives way.
 * Errors: `goals_conflict` naming the locks and bounds that leave no room. Nothing is changed then.
 */
export async function writeYearParts(
  context: Context,
  caller: PlanCaller,
  store: Store,
  given: {
    loaded: LoadedGoals
    start: { root: Goal; goals: readonly Goal[] }
    dimension: string
    targets: ReadonlyMap<string, number>
    asked: Asked
  },
): Promise<GoalsChanged> {
  const { loaded, start, dimension, targets, asked } = given
  const parts = yearParts(start.goals, { root: start.root, dimension, targets })
  const before = new Set(loaded.plan.goals.map((g) => g.id))
  const filled = await fillFrom(
    context,
    store,
    parts.goals.filter((g) => !before.has(g.id)),
  )
  const goals = parts.goals.map((g) => filled.get(g.id) ?? g)
  const edits = [{ id: start.root.id, target: start.root.target }, ...parts.edits]
  const solved = await solveEdit(goals, loaded.metrics, { edits, absorb: 'both' })
  if (!solved.ok) {
    const tree = treeOf(goals, loaded.metrics)
    if (solved.error.code === 'conflict') throw conflictFailure(tree, solved.error)
    throw new GoalsFailure('goals_faulty', {
      zh: '写入后目标不成一棵树；请先处理体检里的目标问题。',
      en: 'The goals would be no tree; mend what the plan check says about them first.',
    })
  }
  return changeGoals(context, caller, { loaded, goals: solved.value.goals, asked })
}
