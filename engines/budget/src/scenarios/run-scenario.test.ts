import { type Cents, cents, parsePeriod } from '@zhanggui/kernel'
import { describe, expect, test } from 'vitest'
import { yuan } from '../../test/lines.ts'
import { NO_SHOCKS, runScenario, type ScenarioBase, type ScenarioShocks } from '../index.ts'

/** Twelve like months: an off-site channel of 100 selling 300 to 2 new buyers, an on-site one of 200 selling 800 to 3, 500 without ads. */
const base: ScenarioBase = Array.from({ length: 12 }, (_, i) => ({
  period: parsePeriod(`2027-${String(i + 1).padStart(2, '0')}`),
  otherGmvCents: yuan(500),
  channels: [
    { channel: 'offSite', offSite: true, spendCents: yuan(100), attributedCents: yuan(300), newBuyers: 2 },
    { channel: 'keyword', offSite: false, spendCents: yuan(200), attributedCents: yuan(800), newBuyers: 3 },
  ],
}))
const run = (shocks: Partial<ScenarioShocks>) => runScenario(base, { ...NO_SHOCKS, ...shocks })
const sum = (values: readonly Cents[]): Cents => cents(values.reduce<number>((a, b) => a + b, 0))

describe('what if', () => {
  test('nothing happens, nothing changes', () => {
    const { base: before, shocked } = run({})
    expect(shocked).toEqual(before)
    expect(before).toEqual({
      spendCents: 360_000,
      gmvCents: 1_920_000,
      newBuyers: 60,
      feeRatio: 0.1875,
      cacCents: 6000,
    })
  })

  test('[P4.18] off-site cost rising 20 % a year, compounding by month: the same traffic costs 1.2 times as much in December', () => {
    const { months, shocked } = run({ costInflationBp: 2000, response: 'sameVolume' })
    // By hand: 100 × 1.2^(1/12) = 101.53 in January, 100 × 1.2^(6/12) = 109.54 in June, 100 × 1.2 = 120 in December.
    expect([0, 5, 11].map((i) => months[i]?.shocked.spendCents)).toEqual([30_153, 30_954, 32_000])
    // Sum of 1.2^(k/12) for k = 1 … 12 is 0.2 × q ÷ (q − 1) with q = 1.2^(1/12): 13.2638.
    expect(shocked.spendCents).toBe(sum(months.map((m) => m.shocked.spendCents)))
    expect(Math.abs(shocked.spendCents - (240_000 + 132_638))).toBeLessThanOrEqual(6)
    expect(shocked).toMatchObject({ gmvCents: 1_920_000, newBuyers: 60 })
    expect(shocked.feeRatio).toBeCloseTo(3726.38 / 19_200, 5)
    expect(shocked.cacCents).toBeCloseTo(6210.6, 0)
  })

  test('[P4.18] with the same spend the dearer channel sells less: 250 instead of 300 in December', () => {
    const december = run({ costInflationBp: 2000 }).months[11]?.shocked
    expect(december).toMatchObject({ spendCents: 30_000, gmvCents: 155_000 })
    expect(december?.newBuyers).toBeCloseTo(2 / 1.2 + 3, 9)
    expect(december?.cacCents).toBeCloseTo(30_000 / (2 / 1.2 + 3), 4)
  })

  test('[P4.18] a price war: prices down 10 %, quantity up 5 %, by hand 1600 × 0.945 = 1512 a month', () => {
    const month = run({ priceChangeBp: -1000, volumeChangeBp: 500 }).months[0]?.shocked
    expect(month).toMatchObject({ spendCents: 30_000, gmvCents: 151_200, feeRatio: 300 / 1512 })
    expect(month?.newBuyers).toBeCloseTo(5.25, 9)
  })

  test('[P4.18] the return of one channel falling by a fifth: 800 becomes 640', () => {
    const month = run({ roiChangeBp: { keyword: -2000 } }).months[0]?.shocked
    expect(month).toMatchObject({ gmvCents: 144_000, newBuyers: 4.4 })
    expect(run({ roiChangeBp: { all: -2000 } }).months[0]?.shocked.gmvCents).toBe(138_000)
  })

  test('nothing can fall by more than everything', () => {
    expect(() => run({ priceChangeBp: -10_000 })).toThrow(/100 %/)
  })
})
