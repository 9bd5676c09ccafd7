import type { Sum, SumProblem } from './sum-problem.ts'

/**
 * Where the ascent stands. With a price on each sum the cheapest targets are prior + scale × price (each place's prices
 * signed and added), cut to the bounds. The ascent moves prices until the cut targets make every sum hold.
 */
export class DualState {
  readonly problem: SumProblem
  /** prior + scale × price, before the bounds cut it. */
  readonly free: Float64Array
  /** Passes over all sums so far. */
  steps = 0

  constructor(problem: SumProblem) {
    this.problem = problem
    this.free = Float64Array.from(problem.prior)
  }

  valueAt(place: number, free: number): number {
    const low = this.problem.low[place] ?? 0
    const high = this.problem.high[place] ?? 0
    return Math.min(Math.max(free, low), high)
  }

  /** How far a place moves with its price; 0 at a bound. */
  slopeAt(place: number, free: number): number {
    const inside = free > (this.problem.low[place] ?? 0) && free < (this.problem.high[place] ?? 0)
    return inside ? (this.problem.scale[place] ?? 0) : 0
  }

  value(place: number): number {
    return this.valueAt(place, this.free[place] ?? 0)
  }

  /** Children less parent; 0 when the sum holds. */
  residual(sum: Sum): number {
    let total = -this.value(sum.parent)
    for (const c of sum.children) total += this.value(c)
    return total
  }

  residuals(): Float64Array {
    this.steps++
    return Float64Array.from(this.problem.sums, (s) => this.residual(s))
  }

  move(sum: Sum, step: number): void {
    const { scale } = this.problem
    for (const c of sum.children) this.free[c] = (this.free[c] ?? 0) + step * (scale[c] ?? 0)
    this.free[sum.parent] = (this.free[sum.parent] ?? 0) - step * (scale[sum.parent] ?? 0)
  }
}
