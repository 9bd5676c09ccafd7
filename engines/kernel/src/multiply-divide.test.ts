import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cents, multiplyDivide, type RoundingMode, ratio } from './index.ts'

const round = (amount: number, numerator: number, denominator: number, rounding: RoundingMode) =>
  multiplyDivide({ amount: cents(amount), numerator, denominator, rounding })

describe('multiplyDivide', () => {
  it.each([
    ['half_up', 5, 1, 2, 3],
    ['half_up', -5, 1, 2, -3],
    ['half_even', 5, 1, 2, 2],
    ['half_even', 7, 1, 2, 4],
    ['down', -5, 1, 2, -2],
    ['up', -5, 1, 2, -3],
    ['floor', -5, 1, 2, -3],
    ['ceil', -5, 1, 2, -2],
    ['half_up', 999, 8500, 10_000, 849],
  ] as const)('%s: %d × %d ÷ %d is %d', (mode, amount, n, d, expected) => {
    expect(round(amount, n, d, mode)).toBe(expected)
  })

  it('is exact where a float product is not', () => {
    expect(round(9_007_199_254_740_991, 3, 3, 'down')).toBe(9_007_199_254_740_991)
  })

  it('stays within one minor unit of the exact quotient in every mode', () => {
    const modes = fc.constantFrom<RoundingMode>('down', 'up', 'floor', 'ceil', 'half_up', 'half_even')
    const amount = fc.integer({ min: -1e12, max: 1e12 })
    const factor = fc.integer({ min: 1, max: 20_000 })
    fc.assert(
      fc.property(modes, amount, factor, factor, (mode, a, n, d) => {
        const off = BigInt(round(a, n, d, mode)) * BigInt(d) - BigInt(a) * BigInt(n)
        expect(off < BigInt(d) && off > -BigInt(d)).toBe(true)
      }),
      { seed: 5 },
    )
  })

  it('refuses a zero denominator', () => {
    expect(() => round(1, 1, 0, 'down')).toThrow()
  })
})

describe('ratio', () => {
  it('has no value when the denominator is empty or a side is unknown', () => {
    expect([ratio(1, 0), ratio(0, 0), ratio(null, 1), ratio(1, null)]).toEqual([null, null, null, null])
    expect(ratio(30, 1200)).toBe(0.025)
  })
})
