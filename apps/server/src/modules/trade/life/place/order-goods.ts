import type { StoredPrice } from '../../../promotions/orders/schema.ts'
import type { LineGoods } from '../schema.ts'

/** What the lines of a priced cart are, as facts and screens will tell it for ever: the cart as it was resolved, with the price's titles. */
export const goodsOfLines = ({ answer, cart }: StoredPrice): LineGoods[] =>
  answer.lines.map(({ lineId, skuId, title, listedCents, payableCents }) => {
    const line = cart.lines.find((known) => known.lineId === lineId)
    return {
      lineId,
      skuId,
      itemId: line?.spuId ?? skuId,
      title,
      category: line?.categoryId ?? '',
      brand: line?.brandId ?? '',
      listedCents,
      cutCents: listedCents - payableCents,
    }
  })
