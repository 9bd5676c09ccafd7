import type { PricedCart } from '../price/priced-cart.ts'

/**
 * The amounts of a row of the fact table `order_lines`, fen, under its column names.
 * gmv_cents = list price − discount_cents + postage_cents; a paid order's paid_cents is the same.
 */
export type OrderLineAmounts = {
  line_id: string
  sku_id: string
  quantity: number
  gmv_cents: number
  paid_cents: number
  discount_cents: number
  postage_cents: number
}

/** A priced cart as rows of `order_lines`. A shop's postage stands on its first line, where imports and the demo shop put it. */
export function orderLineAmounts({ lines, shipping }: PricedCart): OrderLineAmounts[] {
  const postage = new Map(shipping.map(({ shopId, payableCents }) => [shopId, payableCents]))
  return lines.map(({ lineId, skuId, shopId, quantity, listedCents, payableCents }) => {
    const postageCents = postage.get(shopId) ?? 0
    postage.delete(shopId)
    return {
      line_id: lineId,
      sku_id: skuId,
      quantity,
      gmv_cents: payableCents + postageCents,
      paid_cents: payableCents + postageCents,
      discount_cents: listedCents - payableCents,
      postage_cents: postageCents,
    }
  })
}
