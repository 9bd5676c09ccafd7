import { describe, expect, it } from 'vitest'
import { fQuantile } from './f-quantile.ts'

/** Printed tables of F (Merrington & Thompson 1943, Biometrika 33): [probability, over, under, F]. */
describe('the quantile of the F distribution', () => {
  it.each([
    [0.95, 4, 10, 3.478],
    [0.95, 10, 10, 2.978],
    [0.95, 20, 40, 1.839],
    [0.975, 10, 20, 2.774],
    [0.99, 30, 60, 2.028],
    [0.5, 10, 10, 1],
    [0.05, 10, 10, 0.3358],
    [0.05, 40, 20, 0.5438],
  ])('at %s with %s over %s is %s', (p, over, under, f) => {
    expect(Math.abs(fQuantile(p, { over, under }) / f - 1)).toBeLessThan(0.02)
  })
})
