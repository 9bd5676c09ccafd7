/**
 * Solves `A x = b` for a symmetric positive definite A (row-major, only its lower triangle is read; it is overwritten by the
 * factor, `b` by the solution). False when A is not positive definite to working precision; A and b are then spoilt.
 */
export function choleskySolve(a: Float64Array, b: Float64Array): boolean {
  return choleskyFactor(a, b.length) && choleskyBack(a, b)
}

/** Replaces the lower triangle of A by its Cholesky factor. */
export function choleskyFactor(a: Float64Array, n: number): boolean {
  for (let j = 0; j < n; j++) {
    const rowJ = j * n
    let pivot = a[rowJ + j] as number
    const whole = pivot
    for (let k = 0; k < j; k++) pivot -= (a[rowJ + k] as number) ** 2
    if (!(pivot > 1e-13 * Math.abs(whole))) return false
    const root = Math.sqrt(pivot)
    a[rowJ + j] = root
    for (let i = j + 1; i < n; i++) {
      const rowI = i * n
      let sum = a[rowI + j] as number
      for (let k = 0; k < j; k++) sum -= (a[rowI + k] as number) * (a[rowJ + k] as number)
      a[rowI + j] = sum / root
    }
  }
  return true
}

/** Forward and back substitution with a factor; `b` becomes the solution. */
export function choleskyBack(factor: Float64Array, b: Float64Array): true {
  const n = b.length
  for (let i = 0; i < n; i++) {
    let sum = b[i] as number
    for (let k = 0; k < i; k++) sum -= (factor[i * n + k] as number) * (b[k] as number)
    b[i] = sum / (factor[i * n + i] as number)
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = b[i] as number
    for (let k = i + 1; k < n; k++) sum -= (factor[k * n + i] as number) * (b[k] as number)
    b[i] = sum / (factor[i * n + i] as number)
  }
  return true
}
