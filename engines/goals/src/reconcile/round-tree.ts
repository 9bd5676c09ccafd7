import type { Implied } from './implied-bounds.ts'
import { bottomUp } from './implied-bounds.ts'
import type { SumProblem } from './sum-problem.ts'

/** True when no place is a part of two sums: whole values can then be given out from the top down. */
export function isTree(problem: SumProblem): boolean {
  const parts = new Uint8Array(problem.ids.length)
  return problem.sums.every((s) =>
    s.children.every((c) => {
      parts[c] = (parts[c] ?? 0) + 1
      return parts[c] === 1
    }),
  )
}

const clamp = (value: number, { low, high }: Implied): number => Math.min(Math.max(value, low), high)

/** Gives `left` single units to the places with the most (negative: the least) of a unit cut off, as their bounds allow. */
function giveOut(
  values: Float64Array,
  places: readonly { place: number; cut: number }[],
  left: number,
  implied: readonly Implied[],
): void {
  const sign = Math.sign(left)
  const byCut = places.toSorted((a, b) => sign * (b.cut - a.cut))
  let open = Math.abs(left)
  while (open > 0) {
    const before = open
    for (const { place } of byCut) {
      if (open === 0) return
      const next = (values[place] ?? 0) + sign
      const bounds = implied[place]
      if (!bounds || next < bounds.low || next > bounds.high) continue
      values[place] = next
      open--
    }
    if (open === before) return
  }
}

/**
 * Whole values next to fractional ones, every sum exact, every bound kept: the roots are rounded, then each sum's parts
 * take the whole below and the left-over units go to the largest remainders, ties to the earlier place.
 * Needs a tree (`isTree`) whose `implied` bounds leave room.
 */
export function roundTree(problem: SumProblem, values: Float64Array, implied: readonly Implied[]): Float64Array {
  const { order, sumsOf } = bottomUp(problem)
  const rounded = Float64Array.from(values, (v, place) => {
    const bounds = implied[place]
    return bounds ? clamp(Math.round(v), bounds) : Math.round(v)
  })
  for (const place of order.toReversed())
    for (const sum of sumsOf[place] ?? []) {
      const parts = sum.children.map((c) => {
        const exact = values[c] ?? 0
        const bounds = implied[c]
        const below = bounds ? clamp(Math.floor(exact + 1e-6), bounds) : Math.floor(exact)
        rounded[c] = below
        return { place: c, cut: exact - below }
      })
      const given = parts.reduce((acc, p) => acc + (rounded[p.place] ?? 0), 0)
      giveOut(rounded, parts, (rounded[place] ?? 0) - given, implied)
    }
  return rounded
}
