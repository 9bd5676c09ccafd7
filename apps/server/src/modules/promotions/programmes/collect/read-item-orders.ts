import type { Context } from '../../../../context.ts'

/** Units of an item in one order: paid for, and come back since. */
export type ItemOrder = { orderId: string; skuId: string; paidDay: string; soldUnits: number; returnedUnits: number }
type Row = { order_id: string; sku: string; first_paid_day: string; sold: number; returned: number }

/**
 * Orders with the named SKUs or listings that were paid within the days, both included. A line that was refunded in full came
 * back; of one that was refunded in part, the whole units that its refund pays for. Credit lines count their own units.
 */
const ITEM_ORDERS_SQL = `
SELECT
  order_id,
  if(sku_id IN ({skuIds:Array(String)}), sku_id, item_id) AS sku,
  toString(min(paid_day)) AS first_paid_day,
  toInt32(sumIf(quantity, kind = 'sale')) AS sold,
  toInt32(
    sumIf(
      if(ifNull(paid_cents, 0) <= 0, 0, intDiv(least(refund_cents, assumeNotNull(paid_cents)) * quantity, assumeNotNull(paid_cents))),
      kind = 'sale'
    )
    + sumIf(abs(quantity), kind = 'refund')
  ) AS returned
FROM order_lines FINAL
WHERE store = {store:String}
  AND is_product = 1
  AND kind IN ('sale', 'refund')
  AND (sku_id IN ({skuIds:Array(String)}) OR item_id IN ({skuIds:Array(String)}))
  AND order_id IN (
    SELECT order_id
    FROM order_lines FINAL
    WHERE store = {store:String} AND paid_day >= {fromDay:Date} AND paid_day <= {throughDay:Date}
  )
GROUP BY order_id, sku
HAVING sold > 0 AND isNotNull(min(paid_day))
ORDER BY order_id, sku`

export async function readItemOrders(
  context: Context,
  store: string,
  asked: { skuIds: readonly string[]; fromDay: string; throughDay: string },
): Promise<ItemOrder[]> {
  const rows = await context.facts.query<Row>(ITEM_ORDERS_SQL, { store, ...asked, skuIds: [...asked.skuIds] })
  return rows.map((row) => ({
    orderId: row.order_id,
    skuId: row.sku,
    paidDay: row.first_paid_day,
    soldUnits: Number(row.sold),
    returnedUnits: Math.min(Number(row.returned), Number(row.sold)),
  }))
}
