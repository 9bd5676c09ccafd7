import type { Context } from '../../../../context.ts'

/** Somebody whose goods have lain in the cart since `addedDay` without a purchase; `cartCents` at list prices. */
export type WaitingCart = { buyer: string; addedDay: string; cartCents: number }
type Row = { hash: string; added_day: string; cart_cents: string }

/**
 * Carts of the days, each item at the most units that were put there and its list price; people who ordered anything since are
 * left out. The oldest first.
 */
const WAITING_SQL = `
WITH carts AS (
  SELECT
    visitor,
    item_id,
    max(day) AS last_day,
    max(greatest(quantity, 1)) AS units
  FROM events
  WHERE store = {store:String}
    AND type = 'cart'
    AND visitor != 0
    AND item_id != ''
    AND day >= {fromDay:Date}
    AND day <= {throughDay:Date}
  GROUP BY visitor, item_id
),
prices AS (
  SELECT item_id, max(list_cents) AS unit_cents
  FROM items FINAL
  WHERE store = {store:String} AND sku_id = ''
  GROUP BY item_id
)
SELECT
  toString(visitor) AS hash,
  toString(max(carts.last_day)) AS added_day,
  toString(sum(carts.units * ifNull(prices.unit_cents, 0))) AS cart_cents
FROM carts
GLOBAL LEFT JOIN prices ON prices.item_id = carts.item_id
WHERE visitor GLOBAL NOT IN (
  SELECT buyer
  FROM order_lines FINAL
  WHERE store = {store:String} AND created_day >= {fromDay:Date} AND buyer != 0
)
GROUP BY visitor
HAVING sum(carts.units * ifNull(prices.unit_cents, 0)) >= {cartMinCents:UInt64}
ORDER BY added_day, visitor
LIMIT {limit:UInt32}`

export async function readWaitingCarts(
  context: Context,
  store: string,
  asked: { fromDay: string; throughDay: string; cartMinCents: number; limit: number },
): Promise<WaitingCart[]> {
  const rows = await context.facts.query<Row>(WAITING_SQL, { store, ...asked })
  return rows.map((row) => ({ buyer: row.hash, addedDay: row.added_day, cartCents: Number(row.cart_cents) }))
}
