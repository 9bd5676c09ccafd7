import type { PriceAnswer } from '@zhanggui/contract'
import type { Goods } from '../../../promotions/price/read-goods.ts'
import type { LineGoods } from '../schema.ts'

/** What the lines of a priced cart are, as facts and screens will tell it for ever. Titles come with the price. */
export const goodsOfLines = (price: PriceAnswer, known: ReadonlyMap<string, Goods>): LineGoods[] =>
  price.lines.map(({ lineId, skuId, title, listedCents, payableCents }) => {
    const goods = known.get(skuId)
    return {
      lineId,
      skuId,
      itemId: goods?.spuId ?? skuId,
      title: title || (goods?.title ?? ''),
      category: goods?.categoryId ?? '',
      brand: goods?.brandId ?? '',
      listedCents,
      cutCents: listedCents - payableCents,
    }
  })
