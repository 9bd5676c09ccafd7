import { DualState } from './dual-state.ts'
import { newtonStep } from './newton-step.ts'
import { settleSum } from './settle-sum.ts'
import type { SumProblem } from './sum-problem.ts'

/** `steps` counts passes over all sums, the unit of work that does not depend on the machine. */
export type LeastChange = { values: Float64Array; settled: boolean; steps: number }

/** Problems that have a solution settle within a dozen rounds; the rest is for bounds that release one another. */
const ROUNDS = 150

/** No place needs to be pushed farther past its bounds than this many times the largest figure. */
const FARTHEST = 1e6

/** The largest figure of a problem, bounds included. */
function sizeOf({ prior, low, high }: SumProblem): number {
  let size = 1
  for (const figures of [prior, low, high])
    for (const f of figures) if (Number.isFinite(f)) size = Math.max(size, Math.abs(f))
  return size
}

/**
 * The targets nearest to the prior that make every sum hold within the bounds: the least Σ change² ÷ scale, a weighted
 * least-squares problem. Solved on its dual, one price a sum: settle the sums one after the other, then step all prices
 * together by Newton's method on the places that are free, until nothing is left over.
 * Shape: a value a place, fractions where they fall. `settled` is false when no values were found; the bounds of a tree
 * should be checked by `impliedBounds` first, which also says why.
 * Source: semismooth Newton for piecewise quadratic duals (Qi and Sun 1993), with dual coordinate ascent (Hildreth 1957).
 */
export function leastChange(problem: SumProblem): LeastChange {
  const state = new DualState(problem)
  const size = sizeOf(problem)
  // Far below half a unit, and above what floats of the problem's size can tell apart.
  const tolerance = Math.max(1e-7, 4e-15 * size)
  const done = (): boolean => state.residuals().every((r) => Math.abs(r) <= tolerance)
  let settled = done()
  for (let round = 0; round < ROUNDS && !settled; round++) {
    for (const sum of problem.sums) settleSum(state, sum, tolerance / 4)
    state.steps++
    settled = done()
    if (settled) break
    newtonStep(state, FARTHEST * size)
    settled = done()
  }
  return { values: Float64Array.from(problem.ids, (_, place) => state.value(place)), settled, steps: state.steps }
}
