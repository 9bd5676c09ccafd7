import { describe, expect, it } from 'vitest'
import { studentQuantile } from './student-quantile.ts'

/** Printed tables of Student's t (e.g. Fisher & Yates 1963, table III): [probability, degrees of freedom, t]. */
describe("the quantile of Student's t distribution", () => {
  it.each([
    [0.95, 1, 6.314],
    [0.975, 1, 12.706],
    [0.95, 2, 2.92],
    [0.975, 2, 4.303],
    [0.9, 3, 1.638],
    [0.975, 3, 3.182],
    [0.975, 5, 2.571],
    [0.95, 10, 1.812],
    [0.995, 10, 3.169],
    [0.975, 30, 2.042],
    [0.975, 120, 1.98],
  ])('at %s with %s degrees is %s', (p, freedom, t) => {
    expect(Math.abs(studentQuantile(p, freedom) - t)).toBeLessThan(0.0015)
    expect(studentQuantile(1 - p, freedom)).toBeCloseTo(-studentQuantile(p, freedom), 9)
  })
})
