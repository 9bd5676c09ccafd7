/**
 * Solves `A x = b` for a symmetric positive definite A (row-major, only its lower triangle is read; it is overwritten by the
 * factor, `b` by the solution). False when A is not positive definite to working precision; A and b are then spoilt.
 */
export function choleskySolve(a: Float64Array, b: Float64Array): boolean {
  return choleskyFactor(a, b.length) && choleskyBack(a, b)
}

/** First column of each row that is not 0: nothing before it will ever fill in (the envelope of the factor). */
export function envelope(a: Float64Array, n: number): Int32Array {
  const first = new Int32Array(n)
  for (let i = 0; i < n; i++) {
    let k = 0
    while (k < i && a[i * n + k] === 0) k++
    first[i] = k
  }
  return first
}

/**
 * Replaces the lower triangle of A by its Cholesky factor, touching only the envelope: a matrix whose sparse rows come first and
 * whose dense rows come last costs little more than the dense rows.
 * Source: George & Liu, "Computer Solution of Large Sparse Positive Definite Systems" (1981), ch. 4.
 */
export function choleskyFactor(a: Float64Array, n: number, first = envelope(a, n)): boolean {
  for (let i = 0; i < n; i++) {
    const rowI = i * n
    const from = first[i] as number
    for (let j = from; j < i; j++) {
      const rowJ = j * n
      let sum = a[rowI + j] as number
      for (let k = Math.max(from, first[j] as number); k < j; k++)
        sum -= (a[rowI + k] as number) * (a[rowJ + k] as number)
      a[rowI + j] = sum / (a[rowJ + j] as number)
    }
    let pivot = a[rowI + i] as number
    const whole = pivot
    for (let k = from; k < i; k++) pivot -= (a[rowI + k] as number) * (a[rowI + k] as number)
    if (!(pivot > 1e-13 * Math.abs(whole))) return false
    a[rowI + i] = Math.sqrt(pivot)
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
