import type { Goal } from '../goal.ts'
import type { GoalTree } from './build-tree.ts'
import type { SumGroup } from './sum-groups.ts'

/**
 * How one sum stands. `gap` is the parent's target less the children's sum: what is not yet given out (positive) or given
 * out twice (negative); null while the parent has no target. `blanks` are children without one.
 */
export type GroupSum = SumGroup & { target: number | null; sum: number; gap: number | null; blanks: readonly string[] }

/** Largest difference of fractions that is no difference: the sum of many floats. */
const TINY = 1e-9

const holds = ({ gap, target, blanks }: GroupSum): boolean =>
  gap === null ? false : blanks.length === 0 && Math.abs(gap) <= TINY * Math.max(1, Math.abs(target ?? 0))

export function groupSum(tree: GoalTree, group: SumGroup): GroupSum {
  const children = group.children.map((id) => tree.byId.get(id)).filter((g): g is Goal => g !== undefined)
  const target = tree.byId.get(group.parent)?.target ?? null
  const sum = children.reduce((acc, c) => acc + (c.target ?? 0), 0)
  const blanks = children.filter((c) => c.target === null).map((c) => c.id)
  return { ...group, target, sum, gap: target === null ? null : target - sum, blanks }
}

/** Every sum of a tree with its gap, in the tree's order. */
export const groupSums = (tree: GoalTree): GroupSum[] => tree.groups.map((g) => groupSum(tree, g))

/** The sums that do not hold: a gap, a blank child, or a parent without a target. */
export const openSums = (tree: GoalTree): GroupSum[] => groupSums(tree).filter((s) => !holds(s))
