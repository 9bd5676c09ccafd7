import type { Context } from '../../../context.ts'

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
ORDER BY sku, own.sku_id DESC
LIMIT {most:UInt64}`

const toGoods = (row: Row): Goods => ({
  skuId: row.sku,
  spuId: row.item_id,
  title: row.title,
  categoryId: row.category,
  brandId: row.brand,
  unitCents: row.list_cents,
  costCents: row.cost_cents,
})

/** More than any shop has: no limit. */
const EVERY = Number.MAX_SAFE_INTEGER

/**
 * Goods at their listed prices, read from the fact store: those asked for, or all, `most` rows of them. Shape: a SKU that is there as
 * one and as a listing comes twice, as the SKU first.
 */
export async function readGoodsRows(
  context: Context,
  store: string,
  asked: { skuIds: readonly string[] } | { most: number },
): Promise<Goods[]> {
  const params = 'most' in asked ? { all: 1, skuIds: [], most: asked.most } : { all: 0, most: EVERY, ...asked }
  return (await context.facts.query<Row>(GOODS_SQL, { store, ...params })).map(toGoods)
}
