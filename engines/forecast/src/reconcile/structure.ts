import { ForecastError } from '../series/forecast-error.ts'

/**
 * How nodes add up. `parents`: a tree (or forest), the parent's number for each node, −1 for a root; a node without children is
 * a bottom node. `summing`: any structure, for each node the bottom nodes it sums (numbers of nodes whose own list is just
 * themselves); use it where one bottom node counts in several totals (category × region).
 */
export type Structure = { parents: readonly number[] } | { summing: readonly (readonly number[])[] }

export type Tree = {
  size: number
  parents: Int32Array
  /** Every node after its parent. */
  order: Int32Array
  /** Bottom nodes have none. */
  childCount: Int32Array
}

/** Errors: throws `ForecastError` `badStructure` on a parent that does not exist and on a cycle. */
export function buildTree(parentsOf: readonly number[]): Tree {
  const size = parentsOf.length
  const parents = Int32Array.from(parentsOf)
  const childCount = new Int32Array(size)
  for (const [node, parent] of parentsOf.entries()) {
    if (!Number.isInteger(parent) || parent < -1 || parent >= size)
      throw new ForecastError('badStructure', `parents[${node}] = ${parent}`)
    if (parent >= 0) childCount[parent] = (childCount[parent] as number) + 1
  }
  // Peeling childless nodes off the bottom reaches every node unless some stand in a cycle.
  const open = Int32Array.from(childCount)
  const upward: number[] = []
  for (let node = 0; node < size; node++) if (open[node] === 0) upward.push(node)
  for (let at = 0; at < upward.length; at++) {
    const parent = parents[upward[at] as number] as number
    if (parent < 0) continue
    open[parent] = (open[parent] as number) - 1
    if (open[parent] === 0) upward.push(parent)
  }
  const stuck = open.findIndex((count) => count > 0)
  if (stuck >= 0) throw new ForecastError('badStructure', `cycle through ${stuck}`)
  return { size, parents, order: Int32Array.from(upward.reverse()), childCount }
}

export type Groups = {
  size: number
  bottoms: Int32Array
  /** Nodes that sum others, with the bottom nodes they sum. */
  totals: { node: number; members: Int32Array }[]
}

/** Errors: throws `ForecastError` `badStructure` where a list names a node that is not a bottom node. */
export function buildGroups(summing: readonly (readonly number[])[]): Groups {
  const isBottom = summing.map((members, node) => members.length === 1 && members[0] === node)
  const totals = summing.flatMap((members, node) => {
    if (isBottom[node]) return []
    const wrong = members.find((m) => !isBottom[m])
    if (wrong !== undefined || members.length === 0)
      throw new ForecastError('badStructure', `node ${node}: ${wrong ?? 'empty'}`)
    return [{ node, members: Int32Array.from(members) }]
  })
  const bottoms = Int32Array.from(summing.keys().filter((node) => isBottom[node] === true))
  return { size: summing.length, bottoms, totals }
}
