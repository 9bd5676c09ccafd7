import type { BusinessDay } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'

/** More orders than these tell nothing that these do not. */
const ORDERS_MOST = 500_000

/** Goods of each paid order by listing: a colour or a size makes no other set. */
const BASKETS_SQL = `
SELECT arraySort(groupUniqArray(item_id)) AS goods
FROM order_lines FINAL
WHERE store = {store:String}
  AND kind = 'sale'
  AND is_product = 1
  AND quantity > 0
  AND paid_day >= {from:Date}
  AND paid_day < {until:Date}
GROUP BY order_id
ORDER BY order_id
LIMIT {most:UInt32}`

/** What was bought together in `[from, until)`: the goods of each paid order. */
export async function readBaskets(
  context: Context,
  store: string,
  range: { from: BusinessDay; until: BusinessDay },
): Promise<string[][]> {
  const rows = await context.facts.query<{ goods: string[] }>(BASKETS_SQL, { store, ...range, most: ORDERS_MOST })
  return rows.map(({ goods }) => goods)
}
