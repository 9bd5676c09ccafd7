import { choleskyBack, choleskyFactor } from '../numeric/cholesky.ts'
import type { Constraints } from './constraints.ts'
import type { ErrorCovariance } from './error-covariance.ts'

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}

/**
 * The values nearest to `y` that add up, near in the metric of the error covariance W: y − W C (C′WC)⁻¹ C′y, which equals MinT's
 * S (S′W⁻¹S)⁻¹ S′W⁻¹ y and needs no inverse of W. The low-rank part enters by Woodbury's identity.
 * Source: Wickramasuriya, Athanasopoulos & Hyndman (2019), eq. 9 and its constraint form (Theorem 1's proof).
 * Null when C′WC is not positive definite.
 */
export function makeProjection(
  constraints: Constraints,
  { diagonal, low }: ErrorCovariance,
): ((y: Float64Array) => Float64Array) | null {
  const k = low.length
  const gathered = low.map((u) => constraints.gather(u))
  const solved = low.map((u) => constraints.multipliers(u, diagonal))
  const inner = new Float64Array(k * k)
  for (let i = 0; i < k; i++)
    for (let j = 0; j <= i; j++)
      inner[i * k + j] = dot(gathered[i] as Float64Array, solved[j] as Float64Array) + (i === j ? 1 : 0)
  if (!choleskyFactor(inner, k)) return null
  return (y) => {
    const lambda = constraints.multipliers(y, diagonal)
    const weights = Float64Array.from(gathered, (b) => dot(b, lambda))
    choleskyBack(inner, weights)
    for (let j = 0; j < k; j++) {
      const w = weights[j] as number
      const column = solved[j] as Float64Array
      for (let i = 0; i < lambda.length; i++) lambda[i] = (lambda[i] as number) - w * (column[i] as number)
    }
    const pull = constraints.spread(lambda)
    const x = y.map((v, i) => v - (diagonal[i] as number) * (pull[i] as number))
    // U (U′Cλ): with the corrected λ, U′Cλ is exactly the solved weights.
    for (let j = 0; j < k; j++) {
      const w = dot(gathered[j] as Float64Array, lambda)
      const column = low[j] as Float64Array
      for (let i = 0; i < x.length; i++) x[i] = (x[i] as number) - w * (column[i] as number)
    }
    return x
  }
}
