import type { Groups, Tree } from './structure.ts'

/** Whole parts that sum to `total`: floors first, what is left to the largest remainders, ties to the earlier. */
export function roundParts(parts: readonly number[], total: number): number[] {
  const floors = parts.map(Math.floor)
  let left = total - floors.reduce((a, b) => a + b, 0)
  const order = parts
    .map((v, i) => ({ i, rest: v - (floors[i] as number) }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i)
  for (let at = 0; left > 0 && order.length > 0; at = (at + 1) % order.length, left--) {
    const { i } = order[at] as { i: number }
    floors[i] = (floors[i] as number) + 1
  }
  return floors
}

/** Roots are rounded, then every node's whole value is shared among its children; no value moves by a whole unit or more. */
export function roundTree({ size, parents, order }: Tree, values: Float64Array): Float64Array {
  const children = Array.from({ length: size }, (): number[] => [])
  for (const [node, parent] of parents.entries()) if (parent >= 0) children[parent]?.push(node)
  const whole = new Float64Array(size)
  for (const node of order) {
    if ((parents[node] as number) < 0) whole[node] = Math.round(values[node] as number)
    const below = children[node] ?? []
    const parts = roundParts(
      below.map((child) => values[child] as number),
      whole[node] as number,
    )
    for (const [i, child] of below.entries()) whole[child] = parts[i] as number
  }
  return whole
}

/** Bottom nodes are rounded so that their grand total is the rounded grand total; the groups' totals are summed from them. */
export function roundGroups({ size, bottoms, totals }: Groups, values: Float64Array): Float64Array {
  const parts = Array.from(bottoms, (node) => values[node] as number)
  const rounded = roundParts(parts, Math.round(parts.reduce((a, b) => a + b, 0)))
  const whole = new Float64Array(size)
  for (const [i, node] of bottoms.entries()) whole[node] = rounded[i] as number
  for (const { node, members } of totals) whole[node] = members.reduce((sum, m) => sum + (whole[m] as number), 0)
  return whole
}
