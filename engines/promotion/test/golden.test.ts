import { cents } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import {
  type Cart,
  type CartLine,
  compileRules,
  type Pipeline,
  priceCart,
  type Rule,
  TMALL_PARALLEL,
} from '../src/index.ts'

const line = (lineId: string, unit: number, more: Partial<CartLine> = {}): CartLine => ({
  lineId,
  skuId: lineId,
  spuId: lineId,
  shopId: '甲',
  unitCents: cents(unit),
  quantity: 1,
  ...more,
})

const spend = (ruleId: string, minCents: number, cutCents: number, more: Partial<Rule> = {}): Rule => ({
  ruleId,
  name: ruleId,
  mechanic: 'spendAndSave',
  params: { tiers: [{ minCents, cutCents }] },
  ...more,
})

function priced(rules: Rule[], lines: CartLine[], pipeline: Pipeline = TMALL_PARALLEL, more: Partial<Cart> = {}) {
  const set = compileRules(pipeline, rules)
  if (!set.ok) throw new Error(JSON.stringify(set.error))
  const result = priceCart(set.value, { at: '2026-11-11T00:00:00.000Z', lines, ...more })
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

const platform = { level: 'platform', group: 'crossShop' }
const coupon = { level: 'platformCoupon', group: 'platformCoupon', needsClaim: true }

describe('published examples of the platform rules', () => {
  it('[P6.01] 平行满减: 400 with a shop coupon 400−380 and cross-shop 400−50 pays 0', () => {
    const result = priced(
      [
        spend('coupon', 40_000, 38_000, { level: 'shopCoupon', group: 'shopCoupon', needsClaim: true, shopId: '甲' }),
        spend('cross', 40_000, 5000, platform),
      ],
      [line('a', 40_000)],
      TMALL_PARALLEL,
      { claims: [{ claimId: 'c1', ruleId: 'coupon' }] },
    )
    expect(result.payableCents).toBe(0)
    expect(result.lines[0]?.cuts.map((c) => c.cents)).toEqual([38_000, 2000])
  })

  it('[P6.01] 100 with platform 满100−20 and shop 满100−20 pays 60', () => {
    const result = priced([spend('shop', 10_000, 2000), spend('cross', 10_000, 2000, platform)], [line('a', 10_000)])
    expect(result.payableCents).toBe(6000)
  })

  it('[P6.03] three layers over two shops leave 4545, 9091 and 16364', () => {
    const result = priced(
      [
        spend('甲满200减50', 20_000, 5000, { shopId: '甲' }),
        spend('平台满200减100', 20_000, 10_000, platform),
        spend('150券', 20_000, 15_000, coupon),
      ],
      [line('a', 10_000), line('b', 20_000), line('c', 30_000, { shopId: '乙' })],
      TMALL_PARALLEL,
      { claims: [{ claimId: 'c', ruleId: '150券' }] },
    )
    expect(result.lines.map((l) => l.payableCents)).toEqual([4545, 9091, 16_364])
    expect(result.payableCents).toBe(30_000)
  })
})
