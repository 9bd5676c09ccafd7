import { describe, expect, it } from 'vitest'
import { logGamma } from './log-gamma.ts'
import { studentQuantile } from './student-quantile.ts'
import { studentTail } from './student-tail.ts'

describe("the tails of Student's t distribution", () => {
  /** [t, degrees of freedom, 2 * pt(-|t|, n) in R 4.2.2]. */
  it.each([
    [0, 7, 1],
    [0.5, 1, 0.7048327647],
    [2.228138852, 10, 0.05],
    [3, 4.5, 0.034380867889],
    [1.96, 1000, 0.050273184956],
    [8, 3, 0.0040765775878],
    [40, 12, 3.8512295808e-14],
  ])('at t %s with %s degrees is what R says: %s', (t, freedom, p) => {
    expect(Math.abs(studentTail(t, freedom) / p - 1)).toBeLessThan(1e-9)
    expect(studentTail(-t, freedom)).toBe(studentTail(t, freedom))
  })

  it('is the inverse of the quantile, as near as that is', () => {
    for (const freedom of [3, 8, 29, 200])
      expect(studentTail(studentQuantile(0.975, freedom), freedom)).toBeCloseTo(0.05, 4)
  })

  it('has nothing beyond infinity', () => expect(studentTail(Number.POSITIVE_INFINITY, 5)).toBe(0))

  /** lgamma in R 4.2.2. */
  it.each([
    [0.5, 0.572364942925],
    [1, 0],
    [3.7, 1.428072326665],
    [10, 12.801827480081],
    [100.25, 360.284559637764],
  ])('the logarithm of gamma(%s) is %s', (x, value) => expect(logGamma(x)).toBeCloseTo(value, 10))
})
