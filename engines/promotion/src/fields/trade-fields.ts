import { assert } from '@zhanggui/kernel'
import type { Pipeline } from '../pipeline/pipeline.ts'
import type { PricedCart, PricedLine } from '../price/priced-cart.ts'

/**
 * A sub-order (子订单) in the fields of Taobao's open platform, amounts in fen.
 * total_fee = price × num + adjust_fee − discount_fee, and divide_order_fee = total_fee − part_mjz_discount.
 * Source: field notes of the trade API's Order object.
 */
export type OrderFields = {
  oid: string
  sku_id: string
  num: number
  price: number
  /** What the shop changed by hand; signed. */
  adjust_fee: number
  /** Discounts of the item itself: those that make its activity price. */
  discount_fee: number
  total_fee: number
  payment: number
  /** The sub-order's part of discounts of the whole order (优惠分摊). */
  part_mjz_discount: number
  /** What the sub-order really paid, after that part (分摊之后的实付金额). */
  divide_order_fee: number
}

/** One shop's part of a cart is one trade (主订单). payment = Σ divide_order_fee + post_fee. */
export type TradeFields = {
  shopId: string
  /** Σ price × num, without any discount. */
  total_fee: number
  /** Discounts of the whole order (系统优惠): Σ part_mjz_discount. */
  discount_fee: number
  post_fee: number
  payment: number
  orders: readonly OrderFields[]
}

/** Levels up to the last that forms the activity price: their discounts belong to the item. */
function itemLevels({ levels }: Pipeline): ReadonlySet<string> {
  const last = levels.findLastIndex((level) => level.formsActivityPrice)
  return new Set(levels.slice(0, last + 1).map(({ level }) => level))
}

function orderFields(line: PricedLine, ofItem: ReadonlySet<string>, adjustCents: number): OrderFields {
  const { lineId, skuId, quantity, listedCents, payableCents, cuts } = line
  const discountFee = cuts.reduce((sum, cut) => sum + (ofItem.has(cut.level) ? cut.cents : 0), 0)
  const totalFee = listedCents + adjustCents - discountFee
  const divideOrderFee = payableCents + adjustCents
  return {
    oid: lineId,
    sku_id: skuId,
    num: quantity,
    price: listedCents / quantity,
    adjust_fee: adjustCents,
    discount_fee: discountFee,
    total_fee: totalFee,
    payment: totalFee,
    part_mjz_discount: totalFee - divideOrderFee,
    divide_order_fee: divideOrderFee,
  }
}

function tradeOf(shopId: string, orders: readonly OrderFields[], postFee: number): TradeFields {
  const sum = (amount: (order: OrderFields) => number): number => orders.reduce((s, order) => s + amount(order), 0)
  const payment = sum((o) => o.divide_order_fee) + postFee
  const [only] = orders
  return {
    shopId,
    total_fee: sum((o) => o.price * o.num),
    discount_fee: sum((o) => o.part_mjz_discount),
    post_fee: postFee,
    payment,
    // The sub-order of a trade with one line carries the payment of the trade.
    orders: only && orders.length === 1 ? [{ ...only, payment }] : orders,
  }
}

/**
 * A priced cart as Taobao writes it: one trade for each shop, in the order of first mention.
 * Unit: fen (the platform writes yuan with two decimals). `adjustCents`: what the shop changed by hand, by line.
 * Errors: throws when an adjustment takes a line below nothing.
 */
export function tradeFields(
  priced: PricedCart,
  pipeline: Pipeline,
  adjustCents: Readonly<Record<string, number>> = {},
): TradeFields[] {
  const ofItem = itemLevels(pipeline)
  const byShop = new Map<string, OrderFields[]>()
  for (const line of priced.lines) {
    const fields = orderFields(line, ofItem, adjustCents[line.lineId] ?? 0)
    assert(fields.divide_order_fee >= 0, 'a change by hand does not take a line below nothing')
    byShop.set(line.shopId, [...(byShop.get(line.shopId) ?? []), fields])
  }
  const fee = (shopId: string): number => priced.shipping.find((s) => s.shopId === shopId)?.payableCents ?? 0
  return [...byShop].map(([shopId, orders]) => tradeOf(shopId, orders, fee(shopId)))
}
