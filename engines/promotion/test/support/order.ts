import { cents } from '@zhanggui/kernel'
import {
  type Cart,
  type CartLine,
  compileRules,
  type PaidOrder,
  type Pipeline,
  priceCart,
  type Rule,
  TMALL_PARALLEL,
} from '../../src/index.ts'

/** A line of one unit, unless told otherwise, whose SKU, item and id are the same word. */
export const line = (lineId: string, unitCents: number, more: Partial<CartLine> = {}): CartLine => ({
  lineId,
  skuId: lineId,
  spuId: lineId,
  shopId: '甲',
  unitCents: cents(unitCents),
  quantity: 1,
  ...more,
})

export const spend = (ruleId: string, minCents: number, cutCents: number, more: Partial<Rule> = {}): Rule => ({
  ruleId,
  name: ruleId,
  mechanic: 'spendAndSave',
  params: { tiers: [{ minCents, cutCents }] },
  ...more,
})

export const CROSS_SHOP = { level: 'platform', group: 'crossShop' }
export const SHOP_COUPON = { level: 'shopCoupon', group: 'shopCoupon', needsClaim: true }
export const PLATFORM_COUPON = { level: 'platformCoupon', group: 'platformCoupon', needsClaim: true }

export type OrderSetup = {
  rules: readonly Rule[]
  lines: readonly CartLine[]
  cart?: Partial<Cart>
  pipeline?: Pipeline
}

/** A cart priced and paid. Errors: throws what is wrong with the rules or the cart. */
export function paidOrder({ rules, lines, cart: more, pipeline = TMALL_PARALLEL }: OrderSetup): PaidOrder {
  const ruleSet = compileRules(pipeline, rules)
  if (!ruleSet.ok) throw new Error(JSON.stringify(ruleSet.error))
  const cart: Cart = { at: '2026-11-11T00:00:00.000Z', lines, ...more }
  const priced = priceCart(ruleSet.value, cart)
  if (!priced.ok) throw new Error(JSON.stringify(priced.error))
  return { cart, priced: priced.value, ruleSet: ruleSet.value }
}
