import type { PromotionBody } from '@zhanggui/contract'
import { and, eq, inArray } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { hasTradeCore, tradeCoreOf } from '../../trade/core/trade-core-of.ts'
import { itemBookOf } from '../../trade/items/item-book.ts'
import type { PromotionKey } from '../records/promotion-rows.ts'
import { lotsOf, presaleOf } from './plan-lots.ts'
import { promotionLots } from './schema.ts'

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
 * Errors: throws `promotion_stock` with the SKUs and what to do.
 */
export async function requireLots(context: Context, key: PromotionKey, body: PromotionBody): Promise<void> {
  const lots = lotsOf(body)
  if (lots.length === 0) return
  const skuIds = lots.map(({ skuId }) => skuId)
  const twice = skuIds.filter((skuId, i) => skuIds.indexOf(skuId) !== i)
  const refuse = (skus: readonly string[], zh: string, en: string): never => {
    throw new ApiFailure('promotion_stock', { skus: skus.join('、'), zh, en })
  }
  if (twice.length > 0) refuse(twice, '写了两次，请合成一行', 'stand there twice; make it one line')
  const noPresale = lots.filter(({ kind, skuId }) => kind === 'presale' && !presaleOf(body, skuId))
  if (noPresale.length > 0)
    refuse(
      noPresale.map(({ skuId }) => skuId),
      '按预售备货，但这个促销没有预售规则；请加上预售规则或改成普通备货',
      'are presale lots of a promotion without a presale rule; add the rule or make them ordinary lots',
    )
  const taken = await takenSkus(context, key, skuIds)
  if (taken.length > 0)
    refuse(
      taken,
      '正在按店铺库存销售，不能再开一份活动库存；请先在库存里停售，或从备货里去掉',
      'are being sold from the shop’s stock; close them there first or take them out here',
    )
}
