import { createRng } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import {
  cheapestFill,
  cheapestUnits,
  type Dip,
  dipsOf,
  type FillGood,
  type PayCurve,
  type Rule,
  spendCurve,
} from '../../src/index.ts'

const reduction = (tiers: { minCents: number; cutCents: number }[], repeats?: number): Rule => ({
  ruleId: 'r',
  name: '满减',
  mechanic: 'spendAndSave',
  params: { tiers, ...(repeats !== undefined && { repeats }) },
})

/** Every value that pays more than some larger one, by looking at all of them. */
function dipsByLooking({ pays }: PayCurve, most: number): number[] {
  const values: number[] = []
  let least = Number.POSITIVE_INFINITY
  for (let value = most; value >= 0; value--) {
    const paid = pays(value)
    if (paid > least) values.push(value)
    least = Math.min(least, paid)
  }
  return values.reverse()
}

const valuesOf = (dips: readonly Dip[]): number[] =>
  dips.flatMap(({ fromCents, toCents }) => Array.from({ length: toCents - fromCents + 1 }, (_, i) => fromCents + i))

describe('dips: cart values at which a larger cart pays less', () => {
  it('[P6.02] 300−40 and 600−100: carts of 540.01 to 599.99 pay more than a cart of 600', () => {
    const curve = spendCurve([
      reduction([
        { minCents: 30_000, cutCents: 4000 },
        { minCents: 60_000, cutCents: 10_000 },
      ]),
    ])
    expect([29_999, 30_000, 59_999, 60_000].map(curve.pays)).toEqual([29_999, 26_000, 55_999, 50_000])
    expect(dipsOf(curve)).toEqual([
      { fromCents: 26_001, toCents: 29_999, betterCents: 30_000, paysCents: 26_000 },
      { fromCents: 54_001, toCents: 59_999, betterCents: 60_000, paysCents: 50_000 },
    ])
  })

  it('[P6.02] equal every value found by looking at all carts, for random tiers, repeats and sums of rules', () => {
    const rng = createRng('dips')
    for (let n = 0; n < 150; n++) {
      const rules = Array.from({ length: 1 + rng.int(3) }, () => {
        const first = 20 + rng.int(200)
        const cut = 1 + rng.int(first)
        const tiers = [{ minCents: first, cutCents: cut }]
        if (rng.int(2) === 0) tiers.push({ minCents: first + 1 + rng.int(300), cutCents: cut + 1 + rng.int(80) })
        return reduction(tiers, rng.int(2) === 0 ? undefined : 1 + rng.int(4))
      })
      const curve = spendCurve(rules)
      const most = Math.max(...curve.steps) * 2 + 1000
      expect(valuesOf(dipsOf(curve))).toEqual(dipsByLooking(curve, most))
    }
  })
})

/** The least total of all ways to take goods, by trying them. */
function fillByTrying(goods: readonly FillGood[], short: number, from = 0): number {
  if (short <= 0) return 0
  const good = goods[from]
  if (!good) return Number.POSITIVE_INFINITY
  let best = Number.POSITIVE_INFINITY
  for (let q = 0; q <= good.stock; q++)
    best = Math.min(best, q * good.unitCents + fillByTrying(goods, short - q * good.unitCents, from + 1))
  return best
}

describe('the cheapest way to a threshold', () => {
  it('is the least of all ways to take goods within their stock', () => {
    const rng = createRng('fill')
    for (let n = 0; n < 300; n++) {
      const goods = Array.from({ length: 1 + rng.int(4) }, (_, i) => ({
        skuId: `s${i}`,
        unitCents: 1 + rng.int(60),
        stock: rng.int(4),
      }))
      const short = 1 + rng.int(150)
      const fill = cheapestFill(goods, short)
      const best = fillByTrying(goods, short)
      expect(fill?.totalCents ?? Number.POSITIVE_INFINITY).toBe(best)
      const price = new Map(goods.map((good) => [good.skuId, good]))
      const brought = fill?.add.reduce((sum, a) => sum + a.quantity * (price.get(a.skuId)?.unitCents ?? 0), 0)
      if (fill) expect(brought).toBe(best)
      for (const { skuId, quantity } of fill?.add ?? [])
        expect(quantity).toBeLessThanOrEqual(price.get(skuId)?.stock ?? 0)
    }
  })

  it('12.30 short with goods of 5.00 and 6.20 takes two of 6.20, 0.10 over', () => {
    const goods = [
      { skuId: 'a', unitCents: 500, stock: 9 },
      { skuId: 'b', unitCents: 620, stock: 9 },
    ]
    expect(cheapestFill(goods, 1230)).toEqual({ add: [{ skuId: 'b', quantity: 2 }], totalCents: 1240 })
    expect(cheapestUnits(goods, 10)).toEqual({
      add: [
        { skuId: 'a', quantity: 9 },
        { skuId: 'b', quantity: 1 },
      ],
      totalCents: 5120,
    })
    expect(cheapestUnits(goods, 19)).toBeUndefined()
  })
})
