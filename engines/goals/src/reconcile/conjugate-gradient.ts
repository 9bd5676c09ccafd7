/** `apply` writes the product of a symmetric, positive semi-definite matrix with its argument into `out`. */
export type LinearSystem = {
  size: number
  apply(vector: Float64Array, out: Float64Array): void
  /** The matrix's diagonal; 0 where a row is empty. */
  diagonal: Float64Array
}

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}

/**
 * Solves `system · x = right` by conjugate gradients, preconditioned with the diagonal (Jacobi). Consistent systems with
 * dependent rows are fine: x is then one of the solutions. Stops at `tolerance` relative to the right side, or after
 * `rounds`; the answer is then the best so far, still a direction of ascent.
 */
export function conjugateGradient(
  system: LinearSystem,
  right: Float64Array,
  { tolerance, rounds }: { tolerance: number; rounds: number },
): Float64Array {
  const { size, diagonal } = system
  const x = new Float64Array(size)
  const residual = Float64Array.from(right)
  const scaled = new Float64Array(size)
  const precondition = (): void => {
    for (let i = 0; i < size; i++) scaled[i] = (residual[i] ?? 0) / ((diagonal[i] ?? 0) || 1)
  }
  precondition()
  const direction = Float64Array.from(scaled)
  const product = new Float64Array(size)
  let energy = dot(residual, scaled)
  const enough = energy * tolerance * tolerance
  for (let round = 0; round < rounds && energy > enough && energy > 0; round++) {
    system.apply(direction, product)
    const curvature = dot(direction, product)
    if (!(curvature > 0)) break
    const step = energy / curvature
    for (let i = 0; i < size; i++) {
      x[i] = (x[i] ?? 0) + step * (direction[i] ?? 0)
      residual[i] = (residual[i] ?? 0) - step * (product[i] ?? 0)
    }
    precondition()
    const next = dot(residual, scaled)
    const keep = next / energy
    energy = next
    for (let i = 0; i < size; i++) direction[i] = (scaled[i] ?? 0) + keep * (direction[i] ?? 0)
  }
  return x
}
