import type { Context } from '../../../context.ts'
import { readEffectivePrices } from '../prices/effective-prices.ts'
import { type Goods, readGoodsRows } from './goods-rows.ts'

export type { Goods } from './goods-rows.ts'

async function goodsOf(
  context: Context,
  store: string,
  { rows, at }: { rows: readonly Goods[]; at: Date },
): Promise<Map<string, Goods>> {
  const prices = await readEffectivePrices(context, store, { skuIds: rows.map(({ skuId }) => skuId), at })
  const goods = new Map<string, Goods>()
  for (const known of rows) {
    if (goods.has(known.skuId)) continue
    goods.set(known.skuId, { ...known, unitCents: prices.get(known.skuId) ?? known.unitCents })
  }
  return goods
}

/**
 * Goods of a shop by SKU. The price is the newest that was approved and has become effective by `at`, else the listed one.
 * Shape: only those that are known.
 */
export async function readGoods(
  context: Context,
  store: string,
  { skuIds, at }: { skuIds: readonly string[]; at: Date },
): Promise<Map<string, Goods>> {
  const wanted = [...new Set(skuIds)]
  if (wanted.length === 0) return new Map()
  return goodsOf(context, store, { rows: await readGoodsRows(context, store, { skuIds: wanted }), at })
}

/** Every SKU of a shop, for questions about all of them. */
export async function readAllGoods(context: Context, store: string, { at }: { at: Date }): Promise<Map<string, Goods>> {
  const rows = await readGoodsRows(context, store, { most: Number.MAX_SAFE_INTEGER })
  return goodsOf(context, store, { rows, at })
}
