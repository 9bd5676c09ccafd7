import { logGamma } from './log-gamma.ts'

/** Steps of the continued fraction; it settles within a few dozen for every use here. */
const STEPS_MAX = 300
const SETTLED = 1e-14
/** Stands for a zero in the fraction, which must not be divided by. */
const TINY = 1e-300

const notZero = (x: number): number => (Math.abs(x) < TINY ? TINY : x)

/** Lentz's continued fraction of the incomplete beta function; DLMF 8.17.22. */
function betaFraction(x: number, a: number, b: number): number {
  let under = 1
  let over = 1 / notZero(1 - ((a + b) * x) / (a + 1))
  let value = over
  for (let m = 1; m <= STEPS_MAX; m++) {
    for (const term of [
      (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)),
      (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)),
    ]) {
      over = 1 / notZero(1 + term * over)
      under = notZero(1 + term / under)
      value *= under * over
    }
    if (Math.abs(under * over - 1) < SETTLED) break
  }
  return value
}

/** Share of a beta distribution below x. */
function betaBelow(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x))
  return x < (a + 1) / (a + b + 2) ? (front * betaFraction(x, a, b)) / a : 1 - (front * betaFraction(1 - x, b, a)) / b
}

/**
 * How often chance alone makes Student's t as far from zero as `t`, in either direction: the two-sided p value.
 * Shape: a share, 1 at t = 0. Source: t² relates to the beta distribution (DLMF 8.17); reference values from R's `pt`.
 * @example studentTail(2.228, 10) // 0.05
 */
export const studentTail = (t: number, freedom: number): number =>
  Number.isFinite(t) ? betaBelow(freedom / (freedom + t * t), freedom / 2, 0.5) : 0
