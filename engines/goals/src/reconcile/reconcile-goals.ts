import { err, ok, type Result } from '@zhanggui/kernel'
import type { GoalTree } from '../tree/build-tree.ts'
import { isOpen, sumComponents } from './components.ts'
import { crossedConflict } from './crossed-conflict.ts'
import { impliedBounds } from './implied-bounds.ts'
import { leastAbsoluteChange } from './least-absolute-change.ts'
import { leastChange } from './least-change.ts'
import { roundCrossed } from './round-crossed.ts'
import { isTree, roundTree } from './round-tree.ts'
import { nameConflict, type SumConflict } from './sum-conflict.ts'
import { type PrepareOptions, prepareSums, type SumProblem } from './sum-problem.ts'

/** `before` null: the goal was blank. */
export type TargetChange = { id: string; before: number | null; after: number }

/** Changes in the tree's order; `steps` is the work done, in passes over all sums of a part. */
export type Reconciled = { changes: TargetChange[]; steps: number }

type Solved = { values: Float64Array; steps: number }

/** There are values, but no whole ones near enough fit together across three splits or more. */
const noWholeValues = (problem: SumProblem): SumConflict => ({
  at: problem.ids[0] ?? '',
  goals: problem.ids.slice(0, 1),
  low: null,
  high: null,
  by: null,
})

/** Fractions that make every sum hold, or why there are none. */
async function fractions(problem: SumProblem): Promise<Result<Solved, SumConflict>> {
  const { values, settled, steps } = leastChange(problem)
  if (settled) return ok({ values, steps })
  const conflict = await crossedConflict(problem)
  if (conflict) return err(conflict)
  const absolute = await leastAbsoluteChange(problem)
  return absolute ? ok({ values: absolute, steps }) : err(noWholeValues(problem))
}

async function solve(problem: SumProblem): Promise<Result<Solved, SumConflict>> {
  const { implied, noRoom } = impliedBounds(problem)
  if (noRoom) return err(nameConflict(problem, noRoom))
  const found = await fractions(problem)
  if (!found.ok || !problem.whole) return found
  const { values, steps } = found.value
  if (isTree(problem)) return ok({ values: roundTree(problem, values, implied), steps })
  const rounded = await roundCrossed(problem, values)
  return rounded ? ok({ values: rounded, steps }) : err(noWholeValues(problem))
}

/** Sums in which something may still move; a sum of nothing but pinned goals stays as it is, open or not. */
const movable = (tree: GoalTree, component: readonly number[], pinned: ReadonlyMap<string, number>): number[] =>
  component.filter((i) => {
    const group = tree.groups[i]
    return group !== undefined && [group.parent, ...group.children].some((id) => !pinned.has(id))
  })

const asGiven: PrepareOptions = { pinned: new Map(), blankWeight: new Map() }

/**
 * The least change of targets that makes every sum of the tree hold: locked goals stay, floors and caps are kept, each
 * target moves in proportion to its size, money and counts end whole. Parts of the tree whose sums hold are not touched.
 * Blank goals take what the others leave, shared by `blankWeight`; pinned ones take their pinned value and keep it.
 * Errors: the fewest goals whose locks, floors and caps contradict each other. Nothing is changed then.
 * @example await reconcileGoals(tree) // { ok: true, value: { changes: [{ id: 'mar', before: 100, after: 110 }], … } }
 */
export async function reconcileGoals(
  tree: GoalTree,
  options: PrepareOptions = asGiven,
): Promise<Result<Reconciled, SumConflict>> {
  const after = new Map(options.pinned)
  let steps = 0
  const touched = (component: readonly number[]): boolean =>
    component.some((i) => {
      const group = tree.groups[i]
      return group !== undefined && [group.parent, ...group.children].some((id) => options.pinned.has(id))
    })
  for (const component of sumComponents(tree)) {
    if (!isOpen(tree, component) && !touched(component)) continue
    const problem = prepareSums(tree, movable(tree, component, options.pinned), options)
    if (problem.sums.length === 0) continue
    const solved = await solve(problem)
    if (!solved.ok) return solved
    steps += solved.value.steps
    for (const [place, id] of problem.ids.entries()) after.set(id, solved.value.values[place] ?? 0)
  }
  const changes = tree.goals.flatMap(({ id, target }) => {
    const value = after.get(id)
    return value === undefined || value === target ? [] : [{ id, before: target, after: value }]
  })
  return ok({ changes, steps })
}
