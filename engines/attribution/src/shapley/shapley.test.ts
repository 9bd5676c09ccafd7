import { createRng } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import { shapleyExact } from './shapley-exact.ts'
import { shapleySampled } from './shapley-sampled.ts'

/** Coalition worths of a published example with three channels: facebook 1, own site 2, linkedin 4. */
const PUBLISHED = [0, 0.2, 0.1, 0.47, 0.17, 0.67, 0.27, 1]

const maskOf = (has: readonly boolean[]): number => has.reduce((mask, is, i) => (is ? mask | (1 << i) : mask), 0)

describe("[P8.33] Shapley's value", () => {
  it('[P8.33] the published example: 0.455, 0.205, 0.340', () => {
    const values = shapleyExact(3, (coalition) => PUBLISHED[coalition] ?? 0)
    expect(values.map((v) => v.toFixed(6))).toEqual(['0.455000', '0.205000', '0.340000'])
  })

  it('purchases of people who came by a set of channels are shared evenly within the set (Zhao, Mahboobi & Bagheri 2018)', () => {
    const sets = [
      { mask: 0b0011, bought: 12 },
      { mask: 0b1101, bought: 9 },
      { mask: 0b0100, bought: 5 },
      { mask: 0b1111, bought: 8 },
    ]
    const worth = (coalition: number): number =>
      sets.filter(({ mask }) => (mask & ~coalition) === 0).reduce((sum, { bought }) => sum + bought, 0)
    const expected = [6 + 3 + 2, 6 + 2, 3 + 5 + 2, 3 + 2]
    for (const [i, value] of shapleyExact(4, worth).entries()) expect(value).toBeCloseTo(expected[i] ?? 0, 10)
  })

  it('more than twelve players are refused here, and sampled there', () => {
    expect(() => shapleyExact(13, () => 0)).toThrow('sampled')
  })
})

describe("Shapley's value from random orders", () => {
  const rng = createRng('worths')
  const worths = Array.from({ length: 1 << 8 }, (_, mask) => (mask === 0 ? 0 : rng.next() * 10 + mask))
  const exact = shapleyExact(8, (mask) => worths[mask] ?? 0)
  const sampled = shapleySampled(8, (has) => worths[maskOf(has)] ?? 0, { pairs: 500, rng: createRng('orders') })

  it('is within three of its stated standard errors of the exact value', () => {
    for (const [i, { value, standardError }] of sampled.entries()) {
      expect(standardError).toBeGreaterThan(0)
      expect(Math.abs(value - (exact[i] ?? 0))).toBeLessThan(3 * standardError)
    }
  })

  it('adds up to the whole exactly, whatever was drawn', () => {
    const few = shapleySampled(8, (has) => worths[maskOf(has)] ?? 0, { pairs: 2, rng: createRng('two') })
    expect(few.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(worths[255] ?? 0, 9)
  })

  it('the error falls with the number of orders', () => {
    const rough = shapleySampled(8, (has) => worths[maskOf(has)] ?? 0, { pairs: 20, rng: createRng('orders') })
    const mean = (values: { standardError: number }[]): number =>
      values.reduce((sum, { standardError }) => sum + standardError, 0) / values.length
    expect(mean(sampled)).toBeLessThan(mean(rough) / 3)
  })
})
