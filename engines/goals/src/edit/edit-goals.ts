import { err, ok, type Result } from '@zhanggui/kernel'
import type { Goal } from '../goal.ts'
import { reconcileGoals, type TargetChange } from '../reconcile/reconcile-goals.ts'
import type { SumConflict } from '../reconcile/sum-conflict.ts'
import { buildTree, type GoalTree, type Metrics } from '../tree/build-tree.ts'
import type { TreeFault } from '../tree/tree-fault.ts'
import { withTargets } from './apply-changes.ts'

/** New values of one cell; what is left out stays. `target: null` blanks it. */
export type CellEdit = {
  id: string
  target?: number | null
  locked?: boolean
  floor?: number | null
  cap?: number | null
}

/**
 * Who takes up the difference that an edit makes:
 * `siblings` — the totals above stay, the other parts give way; `ancestors` — the other parts stay, the totals above follow;
 * `both` — everything unlocked moves a little; `nobody` — nothing else moves and the gap is shown.
 */
export const ABSORB = ['siblings', 'ancestors', 'both', 'nobody'] as const
export type Absorb = (typeof ABSORB)[number]

export type Edited = { goals: Goal[]; changes: TargetChange[]; blanked: string[] }
export type EditFailure =
  | { code: 'unknown_goal'; goal: string }
  | { code: 'faults'; faults: TreeFault[] }
  | ({ code: 'conflict' } & SumConflict)

function applyCells(tree: GoalTree, edits: readonly CellEdit[]): Result<Goal[], EditFailure> {
  const byId = new Map(tree.byId)
  for (const { id, ...fields } of edits) {
    const goal = byId.get(id)
    if (!goal) return err({ code: 'unknown_goal', goal: id })
    byId.set(id, { ...goal, ...fields })
  }
  return ok([...byId.values()])
}

/** Everything reached from some goals along the sums, up or down, without the start. */
function reach(tree: GoalTree, start: ReadonlySet<string>, direction: 'up' | 'down'): Set<string> {
  const next = new Map<string, string[]>()
  for (const { parent, children } of tree.groups)
    for (const child of children) {
      const [from, to] = direction === 'up' ? [child, parent] : [parent, child]
      const list = next.get(from)
      if (list) list.push(to)
      else next.set(from, [to])
    }
  const seen = new Set<string>()
  const queue = [...start]
  for (let id = queue.pop(); id !== undefined; id = queue.pop())
    for (const to of next.get(id) ?? [])
      if (!seen.has(to)) {
        seen.add(to)
        queue.push(to)
      }
  return seen
}

/** What an edit holds still besides itself. Blank goals are never held: they have nothing to hold. */
function held(tree: GoalTree, edited: ReadonlySet<string>, absorb: Absorb): string[] {
  if (absorb === 'both') return []
  const above = reach(tree, edited, 'up')
  if (absorb === 'siblings') return [...above].filter((id) => !edited.has(id))
  const below = reach(tree, edited, 'down')
  return tree.goals.map((g) => g.id).filter((id) => !above.has(id) && !below.has(id) && !edited.has(id))
}

const movesTarget = (e: CellEdit): boolean => e.target !== undefined && e.target !== null
const movesBounds = (e: CellEdit): boolean => e.floor !== undefined || e.cap !== undefined

function pinsFor(tree: GoalTree, edits: readonly CellEdit[], absorb: Absorb): Map<string, number> {
  const written = edits.filter(movesTarget).map((e) => e.id)
  const edited = new Set(edits.filter((e) => movesTarget(e) || movesBounds(e)).map((e) => e.id))
  const pins = new Map<string, number>()
  for (const id of [...written, ...held(tree, edited, absorb)]) {
    const target = tree.byId.get(id)?.target
    if (target !== null && target !== undefined) pins.set(id, target)
  }
  return pins
}

/**
 * Writes one cell or a block of cells and solves the rest of the tree again: parts of an edited goal follow it in
 * proportion, and `absorb` says who takes up the difference. Blank cells stay blank, and their sums open.
 * Shape: the whole tree's goals, every target that changed with its value before, and the cells that were blanked.
 * Errors: an unknown cell; a tree that is none; the fewest goals that contradict the edit. Nothing is changed then.
 */
export async function editGoals(
  goals: readonly Goal[],
  metrics: Metrics,
  { edits, absorb }: { edits: readonly CellEdit[]; absorb: Absorb },
): Promise<Result<Edited, EditFailure>> {
  const before = buildTree(goals, metrics)
  if (!before.ok) return err({ code: 'faults', faults: before.error })
  const written = applyCells(before.value, edits)
  if (!written.ok) return written
  const after = buildTree(written.value, metrics)
  if (!after.ok) return err({ code: 'faults', faults: after.error })
  const tree = withoutBlankSums(after.value)
  const touched = edits.some((e) => movesTarget(e) || movesBounds(e))
  const solved =
    absorb === 'nobody' || !touched
      ? ok({ changes: [], steps: 0 })
      : await reconcileGoals(tree, { pinned: pinsFor(tree, edits, absorb), blankWeight: new Map() })
  if (!solved.ok) return err({ code: 'conflict', ...solved.error })
  const solvedGoals = withTargets(written.value, new Map(solved.value.changes.map((c) => [c.id, c.after])))
  return ok({ goals: solvedGoals, ...changesBetween(goals, solvedGoals) })
}

/** A sum with a blank part is no sum yet; it comes back when the blank is filled or proposed. */
const withoutBlankSums = (tree: GoalTree): GoalTree => ({
  ...tree,
  groups: tree.groups.filter((g) =>
    [g.parent, ...g.children].every((id) => (tree.byId.get(id)?.target ?? null) !== null),
  ),
})

function changesBetween(before: readonly Goal[], after: readonly Goal[]): Pick<Edited, 'changes' | 'blanked'> {
  const old = new Map(before.map((g) => [g.id, g.target]))
  const changed = after.filter((g) => old.get(g.id) !== g.target)
  return {
    changes: changed.flatMap((g) =>
      g.target === null ? [] : [{ id: g.id, before: old.get(g.id) ?? null, after: g.target }],
    ),
    blanked: changed.filter((g) => g.target === null).map((g) => g.id),
  }
}
