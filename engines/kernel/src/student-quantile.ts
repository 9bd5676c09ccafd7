import { normalQuantile } from './normal-quantile.ts'

/**
 * Quantile of Student's t distribution. Exact for 1 and 2 degrees of freedom, else Hill's expansion.
 * Source: Hill 1970, Algorithm 396, Communications of the ACM 13.
 */
export function studentQuantile(p: number, freedom: number): number {
  if (p < 0.5) return -studentQuantile(1 - p, freedom)
  const tail = 2 * (1 - p)
  if (freedom === 1) return 1 / Math.tan((tail * Math.PI) / 2)
  if (freedom === 2) return Math.sqrt(2 / (tail * (2 - tail)) - 2)
  return hill(tail, freedom)
}

/** Hill's names of the terms; `tail` is the probability of both tails together. */
function hill(tail: number, n: number): number {
  const a = 1 / (n - 0.5)
  const b = 48 / (a * a)
  const c = (((20700 * a) / b - 98) * a - 16) * a + 96.36
  const d = ((94.5 / (b + c) - 3) / b + 1) * Math.sqrt((a * Math.PI) / 2) * n
  const y = (d * tail) ** (2 / n)
  return Math.sqrt(n * (y > 0.05 + a ? aroundCentre(tail, n, { a, b, c, d }) : inTail(y, n, d)))
}

function aroundCentre(tail: number, n: number, terms: { a: number; b: number; c: number; d: number }): number {
  const { a, b, c, d } = terms
  const x = normalQuantile(tail / 2)
  const square = x * x
  const few = n < 5 ? 0.3 * (n - 4.5) * (x + 0.6) : 0
  const under = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + c + few
  const y = (((((0.4 * square + 6.3) * square + 36) * square + 94.5) / under - square - 3) / b + 1) * x
  return Math.expm1(a * y * y)
}

function inTail(y: number, n: number, d: number): number {
  const first = 1 / (((n + 6) / (n * y) - 0.089 * d - 0.822) * (n + 2) * 3) + 0.5 / (n + 4)
  return ((first * y - 1) * (n + 1)) / (n + 2) + 1 / y
}
