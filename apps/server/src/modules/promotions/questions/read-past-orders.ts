import type { Cart, CartLine, ReplayOrder } from '@zhanggui/promotion'
import type { Context } from '../../../context.ts'
import { readAllRows } from '../../admin/resources/read-all-rows.ts'
import { TIERS } from '../../members/tiers.ts'

type Line = readonly [
  lineId: string,
  skuId: string,
  spuId: string,
  category: string,
  brand: string,
  quantity: number,
  listed: number,
]
type Row = {
  order_id: string
  at: string
  is_new: number
  tier: string
  channel: string
  region: string
  paid_sum: number
  postage_sum: number
  lines: Line[]
}

/** Paid orders of a range with what their goods were listed at: order value less postage, and the discounts of the time put back. */
const PAST_ORDERS_SQL = `
SELECT
  order_id,
  formatDateTime(min(created_at), '%Y-%m-%dT%H:%i:%S.000Z', 'UTC') AS at,
  max(is_first) AS is_new,
  any(member_tier) AS tier,
  any(channel) AS channel,
  any(province) AS region,
  sum(ifNull(paid_cents, 0)) AS paid_sum,
  sum(postage_cents) AS postage_sum,
  groupArrayIf(
    (line_id, if(sku_id = '', item_id, sku_id), item_id, category, brand, toInt64(quantity), gmv_cents - postage_cents + discount_cents),
    is_product = 1
  ) AS lines
FROM (
  SELECT
    *,
    buyer != 0 AND created_day = min(created_day) OVER (PARTITION BY buyer) AS is_first
  FROM order_lines FINAL
  WHERE store = {store:String} AND kind = 'sale' AND paid_day IS NOT NULL AND quantity > 0
)
WHERE paid_day >= {from:Date} AND paid_day < {until:Date}
GROUP BY order_id
HAVING length(lines) > 0
ORDER BY order_id
LIMIT {most:UInt32}`

function toLine([lineId, skuId, spuId, categoryId, brandId, quantity, listed]: Line, shopId: string): CartLine {
  const unitCents = Math.max(0, Math.round(Number(listed) / Number(quantity)))
  const words = { ...(categoryId === '' ? {} : { categoryId }), ...(brandId === '' ? {} : { brandId }) }
  return {
    lineId,
    skuId,
    spuId,
    shopId,
    ...words,
    unitCents: unitCents as CartLine['unitCents'],
    quantity: Number(quantity),
  }
}

function toOrder(row: Row, shopId: string, ranks: ReadonlyMap<string, number>): ReplayOrder {
  const postage = Number(row.postage_sum)
  const cart = {
    at: row.at,
    buyer: { isNew: Number(row.is_new) === 1, tier: ranks.get(row.tier) ?? 0 },
    lines: row.lines.map((line) => toLine(line, shopId)),
    ...(postage > 0 ? { shipping: [{ shopId, feeCents: postage }] } : {}),
    channel: row.channel,
    region: row.region,
  }
  return { orderId: row.order_id, cart: cart as unknown as Cart, paidCents: Number(row.paid_sum) }
}

/** Orders of a shop that were paid in `[from, until)`, as carts at their moment; at most `most` of them. */
export async function readPastOrders(
  context: Context,
  store: string,
  range: { from: string; until: string; most: number },
): Promise<ReplayOrder[]> {
  const rows = await context.facts.query<Row>(PAST_ORDERS_SQL, { store, ...range })
  const tiers = await readAllRows(context, TIERS, store)
  const ranks = new Map(tiers.map(({ data }) => [String(data.name), Number(data.rank)]))
  return rows.map((row) => toOrder(row, store, ranks))
}
