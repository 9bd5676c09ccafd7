import type { OpenAfterSale } from '@zhanggui/campaigns'
import type { Store } from '@zhanggui/contract'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { type CampaignRow, campaignEscalations } from '../schema.ts'

/** An order of the campaign's days that stayed open: nobody paid it, or it was closed after payment and the money is not back. */
export type OpenOrder = { orderId: string; kind: 'unpaid' | 'refund' }

type Row = { order_id: string; unpaid: number }

const OPEN_SQL = `
SELECT
  order_id,
  toUInt8(countIf(status = 'unpaid') > 0) AS unpaid
FROM order_lines FINAL
WHERE store = {store:String}
  AND created_day >= {from:Date}
  AND created_day < {to:Date}
  AND kind = 'sale'
GROUP BY order_id
HAVING unpaid = 1
  OR (countIf(status = 'closed' AND paid_day IS NOT NULL) > 0 AND sum(refund_cents) = 0)
ORDER BY order_id
LIMIT {limit:UInt32}`

/** More open orders than anybody works through in three days. */
const LIMIT = 50_000

/** The days in which its prices held: the first burst to the end of closing. Null without a burst. */
function saleDays({ body }: CampaignRow): { from: string; to: string } | null {
  const first = body.windows.find(({ phase }) => phase === 'burst')
  const last = body.windows.findLast(({ phase }) => phase === 'burst' || phase === 'closing')
  return first && last ? { from: first.from, to: last.to } : null
}

/** Orders of the campaign that are still open (P3.19), by their number. */
export async function readOpenOrders(context: Context, store: Store, row: CampaignRow): Promise<OpenOrder[]> {
  const days = saleDays(row)
  if (!days) return []
  const rows = await context.facts.query<Row>(OPEN_SQL, { store: store.id, ...days, limit: LIMIT })
  return rows.map(({ order_id, unpaid }) => ({ orderId: order_id, kind: unpaid === 1 ? 'unpaid' : 'refund' }))
}

/** Orders that somebody was told of. */
export async function readEscalated(context: Context, row: CampaignRow): Promise<Set<string>> {
  const told = await context.records.db
    .select({ orderId: campaignEscalations.orderId })
    .from(campaignEscalations)
    .where(and(eq(campaignEscalations.store, row.store), eq(campaignEscalations.campaign, row.id)))
  return new Set(told.map(({ orderId }) => orderId))
}

/** How many orders are open, and of how many somebody was told. */
export async function readAfterSale(context: Context, store: Store, row: CampaignRow): Promise<OpenAfterSale> {
  const [open, told] = await Promise.all([readOpenOrders(context, store, row), readEscalated(context, row)])
  const of = (kind: OpenOrder['kind']): number => open.filter((order) => order.kind === kind).length
  return {
    unpaid: of('unpaid'),
    refunds: of('refund'),
    escalated: open.filter(({ orderId }) => told.has(orderId)).length,
  }
}
