import { EditGoals, type GoalsChanged, type Store } from '@zhanggui/contract'
import { type CellEdit, type EditFailure, editGoals as solveEdit } from '@zhanggui/goals'
import type { z } from 'zod'
import type { Context } from '../../../context.ts'
import { parseInput } from '../../../http/parse-input.ts'
import type { PlanCaller } from '../plans/change-plan.ts'
import { changeGoals } from './change-goals.ts'
import { conflictFailure } from './conflict-words.ts'
import { GoalsFailure } from './goals-failure.ts'
import { goalOf, type LoadedGoals, loadGoals, treeOf } from './load-goals.ts'

/** Leaves out what the request leaves out, so that the engine keeps it. */
const asEdit = ({ id, target, locked, floor, cap }: z.output<typeof EditGoals>['edits'][number]): CellEdit => ({
  id,
  ...(target === undefined ? {} : { target }),
  ...(locked === undefined ? {} : { locked }),
  ...(floor === undefined ? {} : { floor }),
  ...(cap === undefined ? {} : { cap }),
})

function refuse(error: EditFailure, { plan, metrics }: LoadedGoals): never {
  const tree = treeOf(plan.goals, metrics)
  if (error.code === 'unknown_goal') goalOf(tree, error.goal)
  if (error.code === 'conflict') throw conflictFailure(tree, error)
  throw new GoalsFailure('goals_faulty', { zh: '改动后目标不成一棵树。', en: 'The edit leaves no tree.' }, { error })
}

/**
 * Writes one cell or a block of cells and solves the rest of the tree again; see contract `EditGoals`.
 * Errors: `goals_conflict` naming the goals that leave no room, `unknown_goal`, `stale_version`. Nothing is changed then.
 */
export async function editGoals(
  context: Context,
  caller: PlanCaller,
  store: Store,
  planId: string,
  request: EditGoals,
): Promise<GoalsChanged> {
  const asked = parseInput(EditGoals, request)
  const loaded = await loadGoals(context, store, planId)
  const { plan, metrics } = loaded
  const edited = await solveEdit(plan.goals, metrics, { edits: asked.edits.map(asEdit), absorb: asked.absorb })
  if (!edited.ok) return refuse(edited.error, loaded)
  return changeGoals(context, caller, { loaded, goals: edited.value.goals, asked })
}
