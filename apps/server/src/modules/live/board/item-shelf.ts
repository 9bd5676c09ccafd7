import { addDays, type BusinessDay, parseDay } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'

/** An item with what its last stock report said, summed over its SKUs, and what the product list knows of it. */
export type ShelfItem = {
  item: string
  title: string
  category: string
  brand: string
  priceCents: number | null
  costCents: number | null
  onHand: number
}

/** A report older than this says nothing of today's shelves. */
const OLDEST_DAYS = 3

const LATEST = `SELECT toString(max(day)) AS latest
FROM stock_daily
WHERE store = {store:String} AND day >= {oldest:Date} AND day < {day:Date}`

const SHELF = `SELECT
  s.item_id AS item,
  any(p.title) AS title,
  if(any(p.category) != '', any(p.category), any(s.category)) AS category,
  any(p.brand) AS brand,
  any(p.price) AS price_cents,
  any(p.cost) AS cost_cents,
  sum(s.on_hand) AS on_hand
FROM (
  SELECT item_id, category, on_hand
  FROM stock_daily FINAL
  WHERE store = {store:String} AND day = {reported:Date} AND on_sale = 1
) AS s
LEFT JOIN (
  SELECT
    item_id,
    argMax(title, sku_id = '') AS title,
    argMax(category, sku_id = '') AS category,
    argMax(brand, sku_id = '') AS brand,
    ifNull(min(list_cents), -1) AS price,
    ifNull(min(cost_cents), -1) AS cost
  FROM items FINAL
  WHERE store = {store:String}
  GROUP BY item_id
) AS p ON p.item_id = s.item_id
GROUP BY s.item_id
ORDER BY item`

type Row = {
  item: string
  title: string
  category: string
  brand: string
  price_cents: number
  cost_cents: number
  on_hand: number
}

const known = (value: number): number | null => (value > 0 ? value : null)

/** Shelves as the last report before a day left them; null without a report of the days just before it. */
export async function readShelf(
  { facts }: Context,
  store: string,
  day: BusinessDay,
): Promise<{ reported: BusinessDay; items: ShelfItem[] } | null> {
  const [row] = await facts.query<{ latest: string }>(LATEST, { store, day, oldest: addDays(day, -OLDEST_DAYS) })
  // No row at all gives the first day of the calendar.
  if (!row || row.latest < addDays(day, -OLDEST_DAYS)) return null
  const reported = parseDay(row.latest)
  const rows = await facts.query<Row>(SHELF, { store, reported })
  const items = rows.map((row) => ({
    item: row.item,
    title: row.title === '' ? row.item : row.title,
    category: row.category,
    brand: row.brand,
    priceCents: known(row.price_cents),
    costCents: known(row.cost_cents),
    onHand: row.on_hand,
  }))
  return { reported, items }
}

const INBOUND = `SELECT
  item_id AS item,
  sum(inbound) AS units
FROM stock_daily FINAL
WHERE store = {store:String} AND day >= {from:Date} AND day < {to:Date} AND inbound > 0
GROUP BY item`

/** Units that came in on some days, by item. */
export async function readInbound(
  { facts }: Context,
  store: string,
  range: { from: BusinessDay; to: BusinessDay },
): Promise<Map<string, number>> {
  const rows = await facts.query<{ item: string; units: number }>(INBOUND, { store, ...range })
  return new Map(rows.map((r) => [r.item, r.units]))
}
