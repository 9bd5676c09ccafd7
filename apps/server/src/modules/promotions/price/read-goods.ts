import type { Context } from '../../../context.ts'
import { readEffectivePrices } from '../prices/effective-prices.ts'

/** What the shop's own records say of a SKU; amounts in fen, `null` unknown. */
export type Goods = {
  skuId: string
  spuId: string
  title: string
  categoryId: string
  brandId: string
  unitCents: number | null
  costCents: number | null
}

type Row = {
  sku: string
  item_id: string
  title: string
  category: string
  brand: string
  list_cents: number | null
  cost_cents: number | null
}

/** A SKU row speaks for itself and takes from its listing what it leaves open; an id of a listing means the listing. */
const GOODS_SQL = `
SELECT
  if(own.sku_id = '', own.item_id, own.sku_id) AS sku,
  own.item_id AS item_id,
  if(own.title = '', listing.title, own.title) AS title,
  if(own.category = '', listing.category, own.category) AS category,
  if(own.brand = '', listing.brand, own.brand) AS brand,
  ifNull(own.list_cents, listing.list_cents) AS list_cents,
  ifNull(own.cost_cents, listing.cost_cents) AS cost_cents
FROM (SELECT * FROM items FINAL WHERE store = {store:String}) AS own
LEFT JOIN (SELECT * FROM items FINAL WHERE store = {store:String} AND sku_id = '') AS listing
  ON listing.item_id = own.item_id
WHERE {all:UInt8} = 1
  OR own.sku_id IN ({skuIds:Array(String)})
  OR (own.sku_id = '' AND own.item_id IN ({skuIds:Array(String)}))
ORDER BY sku, own.sku_id DESC`

const toGoods = (row: Row): Goods => ({
  skuId: row.sku,
  spuId: row.item_id,
  title: row.title,
  categoryId: row.category,
  brandId: row.brand,
  unitCents: row.list_cents,
  costCents: row.cost_cents,
})

async function goodsOf(
  context: Context,
  store: string,
  { rows, at }: { rows: readonly Row[]; at: Date },
): Promise<Map<string, Goods>> {
  const prices = await readEffectivePrices(context, store, { skuIds: rows.map(({ sku }) => sku), at })
  const goods = new Map<string, Goods>()
  for (const row of rows) {
    if (goods.has(row.sku)) continue
    const known = toGoods(row)
    goods.set(row.sku, { ...known, unitCents: prices.get(row.sku) ?? known.unitCents })
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
  const rows = await context.facts.query<Row>(GOODS_SQL, { store, skuIds: wanted, all: 0 })
  return goodsOf(context, store, { rows, at })
}

/** Every SKU of a shop, for questions about all of them. */
export async function readAllGoods(context: Context, store: string, { at }: { at: Date }): Promise<Map<string, Goods>> {
  const rows = await context.facts.query<Row>(GOODS_SQL, { store, skuIds: [], all: 1 })
  return goodsOf(context, store, { rows, at })
}
