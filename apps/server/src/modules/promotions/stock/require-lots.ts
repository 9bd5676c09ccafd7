import type { PromotionBody } from '@zhanggui/contract'
import { and, eq, inArray } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { hasTradeCore, tradeCoreOf } from '../../trade/core/trade-core-of.ts'
import { itemBookOf } from '../../trade/items/item-book.ts'
import type { PromotionKey } from '../records/promotion-rows.ts'
import { lotsOf, presaleOf } from './plan-lots.ts'
import { promotionLots } from './schema.ts'

type LotFault = 'promotion_stock_twice' | 'promotion_stock_presale' | 'promotion_stock_taken'

/** SKUs that the order core sells already, by whatever else put them there. */
async function takenSkus(context: Context, { store, promotion }: PromotionKey, skuIds: readonly string[]) {
  if (!hasTradeCore(context, store)) return []
  const own = await context.records.db
    .select({ sku: promotionLots.sku })
    .from(promotionLots)
    .where(
      and(
        eq(promotionLots.store, store),
        eq(promotionLots.promotion, promotion),
        eq(promotionLots.state, 'open'),
        inArray(promotionLots.sku, [...skuIds]),
      ),
    )
  const book = itemBookOf(context, store)
  await book.reload()
  const core = await tradeCoreOf(context, store)
  const others = skuIds.filter((skuId) => !own.some(({ sku }) => sku === skuId))
  const sold = await Promise.all(
    others.map(async (skuId) => {
      const booked = book.named(skuId)
      const stock = booked && (await core.readItem(booked.number))
      return stock && !stock.closed ? [skuId] : []
    }),
  )
  return sold.flat()
}

/**
 * Stock that a promotion brings must be its own, each SKU once, and a presale lot needs its presale.
 * Errors: throws `promotion_stock_twice`, `promotion_stock_presale`, `promotion_stock_taken`, each with the SKUs.
 */
export async function requireLots(context: Context, key: PromotionKey, body: PromotionBody): Promise<void> {
  const lots = lotsOf(body)
  if (lots.length === 0) return
  const skuIds = lots.map(({ skuId }) => skuId)
  const twice = skuIds.filter((skuId, i) => skuIds.indexOf(skuId) !== i)
  const refuse = (code: LotFault, skus: readonly string[]): void => {
    if (skus.length > 0) throw new ApiFailure(code, { skus: skus.join('、') })
  }
  refuse('promotion_stock_twice', twice)
  const noPresale = lots.filter(({ kind, skuId }) => kind === 'presale' && !presaleOf(body, skuId))
  refuse(
    'promotion_stock_presale',
    noPresale.map(({ skuId }) => skuId),
  )
  refuse('promotion_stock_taken', await takenSkus(context, key, skuIds))
}
