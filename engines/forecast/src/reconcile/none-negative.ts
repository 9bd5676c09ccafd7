import type { Constraints } from './constraints.ts'
import type { ErrorCovariance } from './error-covariance.ts'
import { makeProjection } from './project.ts'

const ROUNDS = 30

/**
 * Nearest values that add up with no bottom value below 0. Bottom nodes that came out negative are fixed at 0 (their variance is
 * taken away, which keeps the same fast projection) and the rest is solved again, until none is negative. A fixed node is not freed
 * again, so the answer is feasible and coherent but may stop short of the true optimum.
 * `settled` is false when the rounds ran out; the negatives left are then cut to 0.
 */
export function noneNegative(
  y: Float64Array,
  first: Float64Array,
  { constraints, covariance, bottoms }: { constraints: Constraints; covariance: ErrorCovariance; bottoms: Int32Array },
): { x: Float64Array; settled: boolean } {
  const fixed = new Set<number>()
  let x = first
  for (let round = 0; round < ROUNDS; round++) {
    const negative = bottoms.filter((node) => (x[node] as number) < -1e-9 && !fixed.has(node))
    if (negative.length === 0) return { x: x.map((v) => Math.max(0, v)), settled: true }
    for (const node of negative) fixed.add(node)
    const held = (v: Float64Array): Float64Array => v.map((value, node) => (fixed.has(node) ? 0 : value))
    const project = makeProjection(constraints, { diagonal: held(covariance.diagonal), low: covariance.low.map(held) })
    if (!project) break
    x = project(held(y))
  }
  return { x: x.map((v) => Math.max(0, v)), settled: false }
}
