import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate, cents } from './index.ts'

describe('allocate', () => {
  it.each([
    ['nothing to split', 0, [0, 0], [0, 0]],
    ['no weights', 0, [], []],
    ['one part takes all', 7, [3], [7]],
    ['ties go to the earlier part', 100, [1, 1, 1], [34, 33, 33]],
    ['the largest remainder goes first', 10, [1, 2, 4], [1, 3, 6]],
    ['a zero weight gets nothing', 5, [0, 1, 0], [0, 5, 0]],
    ['a refund mirrors the sale', -100, [1, 1, 1], [-34, -33, -33]],
    ['满300减40 over 199.00 and 101.00', 4000, [19900, 10100], [2653, 1347]],
  ])('%s', (_rule, total, weights, parts) => {
    expect(allocate(cents(total), weights)).toEqual(parts)
  })

  it('the parts add up to the whole, none is off by a cent or more, and order of ties is the only order that matters', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), weights, (total, w) => {
        const sum = w.reduce((a, b) => a + b, 0)
        fc.pre(sum > 0)
        const parts = allocate(cents(total), w)
        expect(parts.reduce((a, b) => a + b, 0)).toBe(total)
        for (const [i, part] of parts.entries()) {
          const exactTimesSum = BigInt(Math.abs(total)) * BigInt(w[i] ?? 0)
          const gap = BigInt(Math.abs(part)) * BigInt(sum) - exactTimesSum
          expect(gap < BigInt(sum) && gap > -BigInt(sum)).toBe(true)
        }
      }),
      { seed: 2 },
    )
  })

  it('refuses weights that are negative, fractional, or all zero with money to split', () => {
    expect(() => allocate(cents(1), [-1, 2])).toThrow()
    expect(() => allocate(cents(1), [0.5])).toThrow()
    expect(() => allocate(cents(1), [0, 0])).toThrow()
  })
})
