import type { Context } from '../../../../context.ts'

/** What a buyer paid on a day, refunds since taken off, fen. */
export type DayPaid = { buyer: string; day: string; paidCents: number }
type Row = { hash: string; day: string; net: string }

/** Credit lines carry their refund as a negative payment of their own; a sale's refund stands beside it. */
const PURCHASES_SQL = `
SELECT
  toString(buyer) AS hash,
  toString(paid_day) AS day,
  toString(sum(ifNull(paid_cents, 0) - refund_cents)) AS net
FROM order_lines FINAL
WHERE store = {store:String}
  AND kind = 'sale'
  AND paid_day >= {fromDay:Date}
  AND paid_day <= {throughDay:Date}
  AND toString(buyer) IN {buyers:Array(String)}
GROUP BY buyer, paid_day
ORDER BY buyer, paid_day`

/** Purchases of the named buyers between two days, both included. */
export async function readPurchases(
  context: Context,
  store: string,
  asked: { buyers: readonly string[]; fromDay: string; throughDay: string },
): Promise<DayPaid[]> {
  const rows = await context.facts.query<Row>(PURCHASES_SQL, { store, ...asked, buyers: [...asked.buyers] })
  return rows.map(({ hash, day, net }) => ({ buyer: hash, day, paidCents: Math.max(0, Number(net)) }))
}
