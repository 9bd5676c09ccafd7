import type { PromotionDetail } from '@zhanggui/contract'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { hasTradeCore, tradeCoreOf } from '../../trade/core/trade-core-of.ts'
import { itemBookOf } from '../../trade/items/item-book.ts'
import type { PromotionKey } from '../records/promotion-rows.ts'
import { type LotRow, promotionLots } from './schema.ts'

type Standing = PromotionDetail['stockStanding'][number]

async function unitsOf(context: Context, { store, sku, state }: LotRow): Promise<Standing['units']> {
  if (state === 'planned' || !hasTradeCore(context, store)) return null
  const book = itemBookOf(context, store)
  await book.know([sku])
  const booked = book.named(sku)
  const stock = booked && (await (await tradeCoreOf(context, store)).readItem(booked.number))
  if (!stock) return null
  const { free, held, locked, sold } = stock
  return { free, held, locked, sold }
}

/** Where the stock of a promotion stands in the order core, by SKU; none before it was approved. */
export async function presentLots(context: Context, { store, promotion }: PromotionKey): Promise<Standing[]> {
  const rows = await context.records.db
    .select()
    .from(promotionLots)
    .where(and(eq(promotionLots.store, store), eq(promotionLots.promotion, promotion)))
    .orderBy(promotionLots.sku)
  return Promise.all(
    rows.map(async (row) => ({
      skuId: row.sku,
      state: row.state,
      problem: row.problem,
      units: await unitsOf(context, row),
    })),
  )
}
