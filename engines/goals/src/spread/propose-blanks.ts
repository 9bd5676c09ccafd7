import { err, ok, type Result } from '@zhanggui/kernel'
import type { Goal } from '../goal.ts'
import type { GoalTree } from '../tree/build-tree.ts'
import type { SumGroup } from '../tree/sum-groups.ts'
import { type SpreadConflict, spreadAmount } from './spread-amount.ts'

export type Proposal = { id: string; value: number }

/** Weight of a cell in a spread: any number ≥ 0, only its proportion to the others counts. */
export type Weigh = (goal: Goal) => number

/** Children that have a target keep it; the blanks share what is left. */
export function proposeGroup(tree: GoalTree, group: SumGroup, weigh: Weigh): Result<Proposal[], SpreadConflict> {
  const target = tree.byId.get(group.parent)?.target
  const children = group.children.map((id) => tree.byId.get(id)).filter((g): g is Goal => g !== undefined)
  if (target === null || target === undefined) return ok([])
  const spread = spreadAmount(
    target,
    children.map((g) => ({ id: g.id, weight: weigh(g), floor: g.floor, cap: g.cap, locked: g.target })),
  )
  if (!spread.ok) return err(spread.error)
  return ok(
    children.flatMap((g, i) => {
      const value = spread.value[i]
      return g.target === null && value !== undefined ? [{ id: g.id, value }] : []
    }),
  )
}

/**
 * Targets for the blank cells of every sum whose whole is set, for somebody to confirm (P2.14). A proposed value stands for
 * its own parts in turn, top down.
 * Errors: the first sum that leaves no room for its blanks, with the parts that use it up.
 */
export function proposeBlanks(tree: GoalTree, weigh: Weigh): Result<Proposal[], SpreadConflict & { parent: string }> {
  const byId = new Map(tree.byId)
  const proposals: Proposal[] = []
  const waiting = tree.groups.filter((g) => !g.crossed)
  for (const group of topDown(tree, waiting)) {
    const proposed = proposeGroup({ ...tree, byId }, group, weigh)
    if (!proposed.ok) return err({ ...proposed.error, parent: group.parent })
    for (const { id, value } of proposed.value) {
      const goal = byId.get(id)
      if (goal) byId.set(id, { ...goal, target: value })
      proposals.push({ id, value })
    }
  }
  return ok(proposals)
}

function topDown(tree: GoalTree, groups: readonly SumGroup[]): SumGroup[] {
  const depth = (id: string): number => {
    const parent = tree.byId.get(id)?.parentId
    return parent ? depth(parent) + 1 : 0
  }
  return [...groups].sort((a, b) => depth(a.parent) - depth(b.parent))
}
