import type { RiskOrder, RiskOrderQuery } from '@zhanggui/contract'
import { and, desc, eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Context } from '../../../context.ts'
import { type RiskCheckRow, riskChecks, riskOrders } from '../schema.ts'

const presentCheck = ({ state, triesLeft, until, sentAt }: RiskCheckRow): RiskOrder['check'] => ({
  state,
  triesLeft,
  until: until.toISOString(),
  sent: sentAt !== null,
})

/** The newest judged orders with what became of them. */
export async function listRiskOrders(
  { records }: Context,
  store: string,
  { verdict, limit }: z.output<typeof RiskOrderQuery>,
): Promise<RiskOrder[]> {
  const rows = await records.db
    .select()
    .from(riskOrders)
    .leftJoin(riskChecks, and(eq(riskChecks.store, riskOrders.store), eq(riskChecks.orderId, riskOrders.orderId)))
    .where(and(eq(riskOrders.store, store), verdict && eq(riskOrders.verdict, verdict)))
    .orderBy(desc(riskOrders.at), desc(riskOrders.orderId))
    .limit(limit)
  return rows.map(({ risk_orders: row, risk_checks: check }) => ({
    orderId: row.orderId,
    at: row.at.toISOString(),
    cents: row.cents,
    verdict: row.verdict,
    label: row.label,
    source: row.source,
    check: check && presentCheck(check),
  }))
}
