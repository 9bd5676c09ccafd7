import { cents, createRng } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import {
  type CartLine,
  compileRules,
  priceCart,
  type ReplayOrder,
  type Rule,
  replayOrders,
  TMALL_PARALLEL,
} from '../../src/index.ts'
import { randomShop } from '../choose/random-shop.ts'

const setOf = (rules: Rule[]) => {
  const set = compileRules(TMALL_PARALLEL, rules)
  if (!set.ok) throw new Error(JSON.stringify(set.error))
  return set.value
}

const spend = (ruleId: string, minCents: number, cutCents: number, more: Partial<Rule> = {}): Rule => ({
  ruleId,
  name: ruleId,
  mechanic: 'spendAndSave',
  params: { tiers: [{ minCents, cutCents }] },
  ...more,
})

const line = (skuId: string, unitCents: number, quantity = 1): CartLine => ({
  lineId: skuId,
  skuId,
  spuId: skuId,
  shopId: '甲',
  unitCents: cents(unitCents),
  quantity,
})

const order = (orderId: string, paidCents: number, lines: CartLine[]): ReplayOrder => ({
  orderId,
  paidCents,
  cart: { at: '2026-11-11T00:00:00.000Z', lines },
})

const ORDERS = [
  order('1', 30_000, [line('a', 30_000)]),
  order('2', 39_000, [line('a', 30_000), line('b', 10_000)]),
  order('3', 10_000, [line('b', 10_000)]),
]
const SKUS = new Map([
  ['a', { costCents: 26_500 }],
  ['b', { costCents: 5000, lowestCents: 9100 }],
])

describe('replay of past orders under draft rules', () => {
  it('gives revenue, margin, cost by payer and rule, depth and breaches of three orders worked by hand', () => {
    // 满300减40, a quarter of it borne by the platform. Order 1 pays 260.00, order 2 pays 360.00, order 3 pays 100.00.
    const payers = [
      { payer: 'shop' as const, bp: 7500 },
      { payer: 'platform' as const, bp: 2500 },
    ]
    const replay = replayOrders(setOf([spend('满减', 30_000, 4000, { payers })]), ORDERS, {
      baseline: 'paid',
      skus: SKUS,
    })
    expect(replay).toMatchObject({
      orders: 3,
      hit: 2,
      draft: { revenueCents: 72_000, receivedCents: 74_000, marginCents: 74_000 - 63_000 },
      baseline: { revenueCents: 79_000, receivedCents: 79_000, marginCents: 79_000 - 63_000 },
      change: { revenueCents: -7000, marginCents: -5000 },
      byPayer: { shop: 6000, platform: 2000 },
      byRule: [{ ruleId: '满减', orders: 2, cutCents: 8000, byPayer: { shop: 6000, platform: 2000 } }],
    })
    // 4000 ÷ 30000 = 13.3 % is the third step, 4000 ÷ 40000 = 10 % begins it, no discount is the first.
    expect(replay.depth.slice(0, 4)).toEqual([1, 0, 2, 0])
    expect(replay.assumptionEn).toContain('act as they did')
    expect(replay.breaches).toEqual({
      count: 2,
      examples: [
        { orderId: '1', lineId: 'a', skuId: 'a', unitCents: 26_000, limitCents: 26_500, kind: 'below_cost' },
        { orderId: '2', lineId: 'b', skuId: 'b', unitCents: 9000, limitCents: 9100, kind: 'below_lowest' },
      ],
    })
  })

  it('compares with other rules on the same orders', () => {
    const now = setOf([spend('now', 30_000, 3000)])
    const replay = replayOrders(setOf([spend('draft', 30_000, 4000)]), ORDERS, { baseline: now, skus: SKUS })
    expect(replay.change).toEqual({ revenueCents: -2000, marginCents: -2000 })
  })

  it('a cost that is missing makes the margin unknown, not smaller', () => {
    const replay = replayOrders(setOf([]), ORDERS, { baseline: 'paid', skus: new Map([['a', { costCents: 1 }]]) })
    expect([replay.draft.marginCents, replay.change.marginCents]).toEqual([null, null])
  })

  it('orders that cannot be priced are counted with their problems and change no sum', () => {
    const broken = order('bad', 100, [line('a', 30_000, 0)])
    const replay = replayOrders(setOf([]), [...ORDERS, broken], { baseline: 'paid' })
    expect(replay.orders).toBe(3)
    expect(replay.rejected.count).toBe(1)
    expect(replay.rejected.examples[0]?.problems[0]?.code).toBe('bad_quantity')
  })

  it('with an elasticity of −2 a price that falls by a fifth sells 1.5625 times as much, beside the plain sums', () => {
    const rule: Rule = { ruleId: 'cut', name: '直降', mechanic: 'percentOff', params: { payBp: 8000 } }
    const one = [order('1', 10_000, [line('b', 10_000)])]
    const replay = replayOrders(setOf([rule]), one, { baseline: 'paid', skus: SKUS, elasticity: new Map([['b', -2]]) })
    expect(replay.withElasticity).toEqual({ units: 1.5625, baselineUnits: 1, revenueCents: 12_500, marginCents: 4688 })
    expect(replay.draft.revenueCents).toBe(8000)
    expect(replay.assumptionEn).toContain('elastic')
  })

  it('its sums are the sums of the carts priced one by one', () => {
    const rng = createRng('replay')
    for (let n = 0; n < 50; n++) {
      const shop = randomShop(rng, { lines: 3, rules: 6, claims: 3 })
      const set = compileRules(shop.pipeline, shop.rules)
      if (!set.ok) throw new Error(JSON.stringify(set.error))
      const orders = Array.from({ length: 8 }, (_, i) => {
        const { cart } = randomShop(rng, { lines: 4, rules: 1, claims: 0 })
        return { orderId: String(i), cart: { ...cart, claims: shop.cart.claims ?? [] }, paidCents: 0 }
      })
      const priced = orders.flatMap(({ cart }) => {
        const result = priceCart(set.value, cart)
        return result.ok ? [result.value] : []
      })
      const replay = replayOrders(set.value, orders, { baseline: 'paid' })
      const cuts = priced.flatMap((p) => [...p.lines, ...p.shipping].flatMap((l) => l.cuts))
      expect(replay.draft.revenueCents).toBe(priced.reduce((sum, p) => sum + p.payableCents, 0))
      expect(replay.byRule.reduce((sum, r) => sum + r.cutCents, 0)).toBe(cuts.reduce((sum, c) => sum + c.cents, 0))
      expect(replay.depth.reduce((a, b) => a + b, 0)).toBe(orders.length)
      const payers = Object.values(replay.byPayer).reduce((a, b) => a + b, 0)
      expect(payers).toBe(cuts.reduce((sum, c) => sum + c.cents, 0))
    }
  })
})
