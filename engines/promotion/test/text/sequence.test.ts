import { cents } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import {
  applicationSequence,
  type Cart,
  compileRules,
  exampleValues,
  findPreset,
  PIPELINES,
  priceCart,
  type Rule,
  ruleOfPreset,
  TMALL_PARALLEL,
} from '../../src/index.ts'
import { line, SHOP_COUPON, spend } from '../support/order.ts'

/** A rule as an operator makes it from its preset. */
function preset(name: string, values: object, shopId?: string): Rule {
  const found = findPreset(name)
  if (!found) throw new Error(name)
  const frame = { ruleId: name, name: found.zh, ...(shopId && { shopId }) }
  const rule = ruleOfPreset(found, frame, { ...exampleValues(found), ...values })
  if (!rule.ok) throw new Error(JSON.stringify(rule.error))
  return rule.value
}

const RULES = [
  preset('alipayPacket', { mostCents: 5000 }),
  preset('cainiaoCoupon', { capCents: 800 }),
  spend('own-coupon', 10_000, 2000, { ...SHOP_COUPON, name: '店铺券' }),
  spend('spend', 20_000, 3000, { name: '满200减30' }),
  preset('platformCoupon', { tiers: [{ minCents: 15_000, cutCents: 1500 }] }),
]

const CART: Cart = {
  at: '2026-11-11T00:00:00.000Z',
  lines: [line('a', 20_000)],
  shipping: [{ shopId: '甲', feeCents: cents(1000) }],
  claims: [
    { claimId: '1', ruleId: 'alipayPacket', cents: cents(1234) },
    { claimId: '2', ruleId: 'cainiaoCoupon' },
    { claimId: '3', ruleId: 'own-coupon' },
    { claimId: '4', ruleId: 'platformCoupon' },
  ],
  payment: { method: 'alipay' },
}

const ruleSet = (() => {
  const made = compileRules(TMALL_PARALLEL, RULES)
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  return made.value
})()
const price = (cart: Cart) => {
  const priced = priceCart(ruleSet, cart)
  if (!priced.ok) throw new Error(JSON.stringify(priced.error))
  return priced.value
}

describe('external vouchers beside own coupons', () => {
  it('[P6.28] the order of application and who bears each is told, in both languages', () => {
    const told = applicationSequence(ruleSet).map(({ place, levelWords, name, borne, isExternal }) =>
      [place, levelWords.zh, name, borne.zh, isExternal ? '外部' : ''].join(' ').trim(),
    )
    expect(told).toEqual([
      '1 店铺优惠 满200减30 商家承担',
      '2 店铺券 店铺券 商家承担',
      '3 平台券 平台券 平台承担 外部',
      '4 运费 菜鸟裹裹券 合作方承担 外部',
      '5 支付 支付宝红包 合作方承担 外部',
    ])
    expect(applicationSequence(ruleSet).at(-1)?.borne.en).toBe('borne by a partner')
  })

  it('[P6.28] 200 − 30 − 20 − 15 − 12.34 by hand: each bears its own, the postage is the coupon’s up to 8.00', () => {
    const { lines, shipping, payableCents } = price(CART)
    const borne = [...lines, ...shipping].flatMap(({ cuts }) =>
      cuts.flatMap(({ ruleId, paidBy }) => paidBy.map(({ payer, cents: borneCents }) => [ruleId, payer, borneCents])),
    )
    expect(borne).toEqual([
      ['spend', 'shop', 3000],
      ['own-coupon', 'shop', 2000],
      ['platformCoupon', 'platform', 1500],
      ['alipayPacket', 'partner', 1234],
      ['cainiaoCoupon', 'partner', 800],
    ])
    expect(payableCents).toBe(20_000 - 3000 - 2000 - 1500 - 1234 + 1000 - 800)
  })

  it('[P6.28] the order in which the buyer puts them in changes nothing; paid another way the red packet stays', () => {
    const reversed = { ...CART, claims: [...(CART.claims ?? [])].reverse() }
    expect(price(reversed)).toEqual(price(CART))
    const card = price({ ...CART, payment: { method: 'card' } })
    expect(card.payableCents).toBe(price(CART).payableCents + 1234)
    expect(card.outcomes.find(({ ruleId }) => ruleId === 'alipayPacket')).toMatchObject({ reason: 'not_this_payment' })
  })

  it('[P6.28] a discount that several bear says in which parts, and a stopped level is no place', () => {
    const shared = spend('shared', 1, 1, {
      payers: [
        { payer: 'shop', bp: 2500 },
        { payer: 'brand', bp: 7500 },
      ],
    })
    const made = compileRules(TMALL_PARALLEL, [shared])
    expect(made.ok && applicationSequence(made.value)).toMatchObject([
      { place: 1, borne: { zh: '商家 25 %、品牌方 75 %承担', en: 'borne by the shop 25 %, the brand 75 %' } },
    ])
  })

  it.each(PIPELINES.map((pipeline) => [pipeline.zh, pipeline] as const))(
    '[P6.28] on %s what is told is what is done: cuts of a line come in that order',
    (_zh, pipeline) => {
      const made = compileRules(pipeline, RULES)
      if (!made.ok) throw new Error(JSON.stringify(made.error))
      const order = applicationSequence(made.value).map(({ ruleId }) => ruleId)
      const priced = priceCart(made.value, CART)
      const cuts = priced.ok ? priced.value.lines.flatMap((l) => l.cuts.map(({ ruleId }) => ruleId)) : []
      expect(cuts).toEqual(order.filter((ruleId) => cuts.includes(ruleId)))
      expect(cuts.length).toBeGreaterThan(3)
    },
  )
})
