import type { Context } from '../../../../context.ts'

/** A buyer of the item by single orders: the first and the last day on which they paid for it. */
export type SingleBuyer = { buyer: string; firstDay: string; lastDay: string }
type Row = { hash: string; first_day: string; last_day: string }

/** Buyers in the order of their keyed hash: which of them stand for a month is nobody's choice. */
const SINGLE_BUYERS_SQL = `
SELECT
  toString(buyer) AS hash,
  toString(min(paid_day)) AS first_day,
  toString(max(paid_day)) AS last_day
FROM order_lines FINAL
WHERE store = {store:String}
  AND kind = 'sale'
  AND is_product = 1
  AND buyer != 0
  AND paid_day IS NOT NULL
  AND paid_day <= {today:Date}
  AND (sku_id = {skuId:String} OR item_id = {skuId:String})
GROUP BY buyer
HAVING min(paid_day) >= {fromDay:Date}
ORDER BY cityHash64(buyer), buyer`

/** Everybody whose first purchase of the item came on `fromDay` or later. */
export async function readSingleBuyers(
  context: Context,
  store: string,
  asked: { skuId: string; fromDay: string; today: string },
): Promise<SingleBuyer[]> {
  const rows = await context.facts.query<Row>(SINGLE_BUYERS_SQL, { store, ...asked })
  return rows.map((row) => ({ buyer: row.hash, firstDay: row.first_day, lastDay: row.last_day }))
}
