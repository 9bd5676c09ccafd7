import { cents } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import { type Cart, compileRules, type Rule, TMALL_PARALLEL, type TopUpGood, topUps } from '../../src/index.ts'

const place = (skuId: string) => ({ skuId, spuId: skuId, shopId: '甲' })

const good = (skuId: string, unitCents: number, stock = 9): TopUpGood => ({
  ...place(skuId),
  unitCents: cents(unitCents),
  stock,
})

const cartOf = (unitCents: number, claims: Cart['claims'] = []): Cart => ({
  at: '2026-06-18T00:00:00.000Z',
  lines: [{ ...place('main'), lineId: 'main', unitCents: cents(unitCents), quantity: 1 }],
  claims,
})

const reduction: Rule = {
  ruleId: '满减',
  name: '满减',
  mechanic: 'spendAndSave',
  params: {
    tiers: [
      { minCents: 30_000, cutCents: 4000 },
      { minCents: 60_000, cutCents: 10_000 },
    ],
  },
}

function hints(rules: Rule[], cart: Cart, goods: TopUpGood[]) {
  const set = compileRules(TMALL_PARALLEL, rules)
  if (!set.ok) throw new Error(JSON.stringify(set.error))
  const found = topUps(set.value, cart, goods)
  if (!found.ok) throw new Error(JSON.stringify(found.error))
  return found.value
}

describe('hints to buy more', () => {
  it('[P6.02] a cart of 285.00 is told the cheapest 15.00 that makes it pay 24.70 less', () => {
    const goods = [good('socks', 990), good('tea', 1530), good('scarf', 5900)]
    // 285.00 + 15.30 = 300.30, less 40.00 is 260.30: 24.70 below 285.00, for tea worth 15.30.
    expect(hints([reduction], cartOf(28_500), goods)).toEqual([
      {
        ruleId: '满减',
        next: { shortCents: 1500, cutCents: 4000 },
        add: [{ skuId: 'tea', quantity: 1 }],
        beforeCents: 28_500,
        afterCents: 26_030,
        extraCents: -2470,
        worthCents: 1530,
        savesCents: 4000,
      },
    ])
  })

  it('[P6.02] a cart of 540.00 is told the way to the next tier, with goods that pay their own way', () => {
    const [hint] = hints([reduction], cartOf(54_000), [good('tea', 1530), good('scarf', 5900, 1), good('cap', 3000)])
    // 60.00 short: two caps of 30.00. 600.00 − 100.00 = 500.00, as much as 540.00 − 40.00.
    expect(hint).toMatchObject({
      add: [{ skuId: 'cap', quantity: 2 }],
      extraCents: 0,
      worthCents: 6000,
      savesCents: 6000,
    })
  })

  it('says nothing when stock, scope or worth does not allow it', () => {
    expect(hints([reduction], cartOf(28_500), [good('socks', 990, 1)])).toEqual([])
    expect(
      hints([{ ...reduction, scope: { not: { skuIds: ['socks'] } } }], cartOf(28_500), [good('socks', 990)]),
    ).toEqual([])
    expect(hints([reduction], cartOf(70_000), [good('socks', 990)])).toEqual([])
  })

  it('goods on offer bring to the threshold what they cost after their own price', () => {
    const half: Rule = {
      ruleId: '五折',
      name: '五折',
      mechanic: 'percentOff',
      params: { payBp: 5000 },
      scope: { skuIds: ['tea'] },
    }
    // Tea costs 7.65 at half price, so it takes two of it for 15.00.
    expect(hints([reduction, half], cartOf(28_500), [good('tea', 1530)])[0]?.add).toEqual([
      { skuId: 'tea', quantity: 2 },
    ])
  })

  it('a coupon in hand that is out of reach counts, and both prices use the best choice of claims', () => {
    const coupon: Rule = {
      ...reduction,
      ruleId: '店铺券',
      params: { tiers: [{ minCents: 20_000, cutCents: 3000 }] },
      level: 'shopCoupon',
      group: 'shopCoupon',
      needsClaim: true,
    }
    const [hint] = hints([coupon], cartOf(19_000, [{ claimId: 'c', ruleId: '店铺券' }]), [good('cap', 1000)])
    expect(hint).toMatchObject({ ruleId: '店铺券', beforeCents: 19_000, afterCents: 17_000, savesCents: 3000 })
  })
})
