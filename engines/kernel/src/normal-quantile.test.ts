import { describe, expect, it } from 'vitest'
import { normalQuantile } from './normal-quantile.ts'

/** Values of the standard normal table (Abramowitz & Stegun 1964, table 26.1 read backwards). */
describe('the quantile of the standard normal distribution', () => {
  it.each([
    [0.5, 0],
    [0.9, 1.281552],
    [0.95, 1.644854],
    [0.975, 1.959964],
    [0.99, 2.326348],
    [0.999, 3.090232],
    [0.01, -2.326348],
  ])('at %s is %s', (p, z) => {
    expect(normalQuantile(p)).toBeCloseTo(z, 6)
  })
})
