import type { Goal } from '../goal.ts'
import type { GoalTree } from '../tree/build-tree.ts'
import { groupSum } from '../tree/group-sums.ts'

/** Places in `tree.groups` of sums that share goals, directly or through others; each list can be solved on its own. */
export function sumComponents(tree: GoalTree): number[][] {
  const owner = tree.groups.map((_, i) => i)
  const find = (i: number): number => {
    let root = i
    while (owner[root] !== root) root = owner[root] ?? root
    for (let at = i; at !== root; ) {
      const next = owner[at] ?? root
      owner[at] = root
      at = next
    }
    return root
  }
  const firstWith = new Map<string, number>()
  for (const [i, group] of tree.groups.entries())
    for (const id of [group.parent, ...group.children]) {
      const other = firstWith.get(id)
      if (other === undefined) firstWith.set(id, i)
      else owner[find(i)] = find(other)
    }
  return [...Map.groupBy(owner.keys(), find).values()]
}

const outOfBounds = ({ target, floor, cap, locked }: Goal): boolean =>
  target !== null && !locked && ((floor !== null && target < floor) || (cap !== null && target > cap))

/** True when something is left to do in a component: a sum that does not hold, a blank, a target outside its bounds. */
export const isOpen = (tree: GoalTree, component: readonly number[]): boolean =>
  component.some((i) => {
    const group = tree.groups[i]
    if (!group) return false
    const { gap, blanks } = groupSum(tree, group)
    const members = [group.parent, ...group.children].map((id) => tree.byId.get(id))
    return gap !== 0 || blanks.length > 0 || members.some((g) => g !== undefined && outOfBounds(g))
  })
