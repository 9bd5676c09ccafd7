import { conjugateGradient, type LinearSystem } from './conjugate-gradient.ts'
import type { DualState } from './dual-state.ts'
import type { SumProblem } from './sum-problem.ts'

const CG_ROUNDS = 400
const CG_TOLERANCE = 1e-12
const HALVINGS = 40

/** A step is long enough when the objective grows this much slower at its end than at its start. */
const SLACK = 1e-3

/** Added to the diagonal, relative to it, so that sums whose gaps nothing free can close do not point to infinity. */
const RIDGE = 1e-12

/** Adds to each place the prices of the sums it is in: its own sum's with minus, its wholes' with plus. */
function addPrices({ sums }: SumProblem, prices: Float64Array, out: Float64Array): void {
  for (const [i, sum] of sums.entries()) {
    const price = prices[i] ?? 0
    if (price === 0) continue
    for (const c of sum.children) out[c] = (out[c] ?? 0) + price
    out[sum.parent] = (out[sum.parent] ?? 0) - price
  }
}

/** The sums' matrix over the places that are free to move: A · slope · Aᵀ, never written out. */
function curvature(state: DualState): LinearSystem {
  const { sums, ids } = state.problem
  const slopes = Float64Array.from(ids, (_, place) => state.slopeAt(place, state.free[place] ?? 0))
  const diagonal = Float64Array.from(sums, (s) =>
    s.children.reduce((acc, c) => acc + (slopes[c] ?? 0), slopes[s.parent] ?? 0),
  )
  const moved = new Float64Array(ids.length)
  const apply = (prices: Float64Array, out: Float64Array): void => {
    state.steps++
    moved.fill(0)
    addPrices(state.problem, prices, moved)
    for (let place = 0; place < moved.length; place++) moved[place] = (moved[place] ?? 0) * (slopes[place] ?? 0)
    for (const [i, sum] of sums.entries()) {
      let total = -(moved[sum.parent] ?? 0)
      for (const c of sum.children) total += moved[c] ?? 0
      out[i] = total + RIDGE * (diagonal[i] ?? 0) * (prices[i] ?? 0)
    }
  }
  return { size: sums.length, apply, diagonal }
}

function moveAll(state: DualState, direction: Float64Array, step: number): void {
  for (const [i, sum] of state.problem.sums.entries()) {
    const price = direction[i] ?? 0
    if (price !== 0) state.move(sum, step * price)
  }
}

/** How far the place that moves most would move. */
function longestMove({ problem }: DualState, direction: Float64Array): number {
  const moved = new Float64Array(problem.ids.length)
  addPrices(problem, direction, moved)
  return moved.reduce((longest, m, place) => Math.max(longest, Math.abs(m * (problem.scale[place] ?? 0))), 0)
}

/** How fast the dual objective grows along a direction, where the state is now. */
function growth(state: DualState, direction: Float64Array): number {
  const residuals = state.residuals()
  return -residuals.reduce((acc, r, i) => acc + r * (direction[i] ?? 0), 0)
}

/**
 * One Newton step on all prices at once, shortened to where the dual objective stops growing. A step that brings nothing is
 * taken back. `reach` is the farthest that any place may be moved.
 */
export function newtonStep(state: DualState, reach: number): void {
  const system = curvature(state)
  // A sum in which nothing is free cannot be helped by this step.
  const right = state.residuals().map((r, i) => (system.diagonal[i] === 0 ? 0 : -r))
  const direction = conjugateGradient(system, right, { tolerance: CG_TOLERANCE, rounds: CG_ROUNDS })
  const start = growth(state, direction)
  if (!(start > 0)) return
  let [taken, step] = [0, Math.min(1, reach / longestMove(state, direction))]
  let [good, bad] = [0, Number.POSITIVE_INFINITY]
  for (let halving = 0; halving < HALVINGS; halving++) {
    moveAll(state, direction, step - taken)
    taken = step
    const slope = growth(state, direction)
    if (Math.abs(slope) <= SLACK * start || (slope > 0 && bad === Number.POSITIVE_INFINITY)) return
    if (slope > 0) good = step
    else bad = step
    step = (good + bad) / 2
  }
  moveAll(state, direction, good - taken)
}
