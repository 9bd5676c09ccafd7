import { type PastRequest, replayFeatures } from '@zhanggui/orders'
import { and, desc, eq, sql } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { shopOrders } from '../../trade/life/schema.ts'
import { riskOrders } from '../schema.ts'
import { isFraud } from './outcome.ts'

/** What a scorecard learns from at most: the newest orders, which a minute of work can go through. */
const ORDERS_MAX = 200_000

/** An order as the core saw it; `fraud` null: it is too early to say. */
export type PastOrder = { at: Date; cents: number; fraud: boolean | null; features: Int32Array }

/** Judged orders in order of time, with what the core looked at; orders that lapsed unpaid count as they did then. */
export async function readPastOrders({ records, clock }: Context, store: string): Promise<PastOrder[]> {
  const rows = await records.db
    .select({
      at: riskOrders.at,
      command: riskOrders.command,
      cents: riskOrders.cents,
      label: riskOrders.label,
      reason: sql<string | null>`${shopOrders.life} ->> 'cancelReason'`,
      holdUntil: sql<string | null>`${shopOrders.life} ->> 'holdUntil'`,
    })
    .from(riskOrders)
    .leftJoin(shopOrders, and(eq(shopOrders.store, riskOrders.store), eq(shopOrders.id, riskOrders.orderId)))
    .where(eq(riskOrders.store, store))
    .orderBy(desc(riskOrders.at), desc(riskOrders.orderId))
    .limit(ORDERS_MAX)
  const orders = rows.reverse()
  const requests = orders.flatMap(({ at, command, reason, holdUntil }): PastRequest[] => {
    const order: PastRequest = { kind: 'order', at: at.getTime(), command }
    if (reason !== 'lapsed') return [order]
    return [order, { kind: 'lapse', at: Number(holdUntil), buyer: command.buyer }]
  })
  const features = replayFeatures(requests.sort((a, b) => a.at - b.at))
  const now = clock.now()
  return orders.map(({ at, cents, label }, i) => ({
    at,
    cents,
    fraud: isFraud({ label, at }, now),
    features: features[i] ?? new Int32Array(),
  }))
}
