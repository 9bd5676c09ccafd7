import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type SalesSide, salesDrivers } from './sales-drivers.ts'

/** A side as the catalogue states it: rates are null without a denominator. */
const side = (uv: number | null, buyers: number | null, paidCents: number): SalesSide => ({
  paidCents,
  uv,
  buyers,
  cvr: uv === null || uv === 0 || buyers === null ? null : buyers / uv,
  aovCents: buyers === null || buyers === 0 ? null : paidCents / buyers,
})
const total = (effects: readonly { effect: number }[]): number => effects.reduce((sum, e) => sum + e.effect, 0)

describe('[P14.01] paid = UV × CVR × AOV between two periods', () => {
  it('[P14.01] the effects sum to the gap to the fen, with and without visitors, through zeros and refunds', () => {
    const sales = fc
      .record({
        uv: fc.integer({ min: 0, max: 5e6 }),
        bought: fc.double({ min: 0, max: 1, noNaN: true }),
        each: fc.double({ min: -1e4, max: 1e7, noNaN: true }),
      })
      .map(({ uv, bought, each }) => {
        const buyers = Math.round(uv * bought)
        return side(uv, buyers, Math.round(buyers * each))
      })
    fc.assert(
      fc.property(sales, sales, (before, after) => {
        const effects = salesDrivers(before, after)
        return total(effects) === after.paidCents - before.paidCents && effects.every((e) => Number.isInteger(e.effect))
      }),
      { numRuns: 2000, seed: 7 },
    )
  })

  it.each([
    ['nobody came: it is visitors', side(1000, 50, 500_000), side(0, 0, 0), { uv: -500_000, cvr: 0, aov: 0 }],
    [
      'many came, nobody bought: it is conversion',
      side(1000, 50, 500_000),
      side(1000, 0, 0),
      { uv: 0, cvr: -500_000, aov: 0 },
    ],
    ['the first sales ever: it is visitors', side(0, 0, 0), side(1000, 50, 500_000), { uv: 500_000, cvr: 0, aov: 0 }],
    ['only the basket grew', side(1000, 50, 500_000), side(1000, 50, 600_000), { uv: 0, cvr: 0, aov: 100_000 }],
  ])('%s', (_, before, after, expected) => {
    const effects = salesDrivers(before, after)
    expect(Object.fromEntries(effects.map((e) => [e.id, e.effect + 0]))).toEqual(expected)
  })

  it('without visits it is buyers and AOV; without either nothing is claimed', () => {
    expect(salesDrivers(side(null, 10, 100), side(null, 20, 200)).map((e) => [e.id, e.effect])).toEqual([
      ['buyers', 100],
      ['aov', 0],
    ])
    expect(salesDrivers(side(null, null, 100), side(5, 2, 200))).toEqual([])
  })

  it('a driver that one side does not know is said to be unknown there, not zero', () => {
    expect(salesDrivers(side(1000, 50, 500_000), side(0, 0, 0)).map(({ id, to }) => [id, to])).toEqual([
      ['uv', 0],
      ['cvr', null],
      ['aov', null],
    ])
  })
})
