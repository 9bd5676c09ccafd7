import type { GoalSum } from '@zhanggui/contract'
import { type GoalTree, openSums } from '@zhanggui/goals'

/** Blank children that are named; a year by day has more than anybody reads. */
const BLANKS_NAMED = 200

/** The sums that do not hold, as the API sends them. */
export const openSumLines = (tree: GoalTree): GoalSum[] =>
  openSums(tree).map(({ parent, axis, crossed, children, target, sum, gap, blanks }) => ({
    parent,
    axis,
    crossed,
    children: children.length,
    target,
    sum,
    gap,
    blanks: blanks.slice(0, BLANKS_NAMED),
  }))
