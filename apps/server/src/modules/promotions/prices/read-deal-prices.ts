import type { Store } from '@zhanggui/contract'
import { addDays, type BusinessDay } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { readUnitsSold, soldKey } from './read-units-sold.ts'

/** What units of a SKU were really sold for on a day: the lowest and the average price of a unit, postage left out, and the highest listed price, fen. */
export type DealPrice = {
  skuId: string
  day: BusinessDay
  lowestCents: number
  averageCents: number
  listedCents: number
  units: number
}

const DEAL_PRICES_SQL = `
SELECT
  if(sku_id = '' OR {bySpu:UInt8} = 1, item_id, sku_id) AS sku,
  toString(paid_day) AS day,
  min(intDiv(ifNull(paid_cents, 0) - postage_cents, quantity)) AS lowest_cents,
  toInt64(floor(avgWeighted(intDiv(ifNull(paid_cents, 0) - postage_cents, quantity), quantity))) AS average_cents,
  max(intDiv(gmv_cents - postage_cents + discount_cents, quantity)) AS listed_cents
FROM order_lines FINAL
WHERE store = {store:String}
  AND kind = 'sale'
  AND is_product = 1
  AND quantity > 0
  AND paid_day >= {from:Date}
  AND paid_day < {until:Date}
  AND (sku_id IN ({skuIds:Array(String)}) OR item_id IN ({skuIds:Array(String)}))
GROUP BY sku, day
HAVING sku IN ({skuIds:Array(String)})
ORDER BY sku, day`

type Row = {
  sku: string
  day: BusinessDay
  lowest_cents: number
  average_cents: number
  listed_cents: number
}

/**
 * Prices at which SKUs were sold in the `days` before a day, the day itself left out, in the order of the days. An id of a
 * listing stands for all of its SKUs.
 */
export async function readDealPrices(
  context: Context,
  store: Store,
  { skuIds, before, days }: { skuIds: readonly string[]; before: BusinessDay; days: number },
): Promise<DealPrice[]> {
  const range = { from: addDays(before, -days), until: before }
  const ask = (bySpu: 0 | 1) => context.facts.query<Row>(DEAL_PRICES_SQL, { store: store.id, skuIds, ...range, bySpu })
  const rows = [...(await ask(0)), ...(await ask(1))]
  const sold = await readUnitsSold(context, store, { skuIds, range: { from: range.from, to: range.until } })
  const known = new Set<string>()
  return rows.flatMap((row) => {
    const key = soldKey(row.sku, row.day)
    if (known.has(key)) return []
    known.add(key)
    const [lowestCents, averageCents] = [Number(row.lowest_cents), Number(row.average_cents)]
    const listedCents = Number(row.listed_cents)
    return [{ skuId: row.sku, day: row.day, lowestCents, averageCents, listedCents, units: sold.get(key) ?? 0 }]
  })
}
