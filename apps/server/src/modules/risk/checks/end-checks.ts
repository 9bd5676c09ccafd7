import { and, eq, inArray, ne } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import type { TickJob } from '../../live/tick-job.ts'
import { shopOrders } from '../../trade/life/schema.ts'
import { riskChecks } from '../schema.ts'

const AT_ONCE = 200

/** Checks whose order ended without an answer are over too, each with its entry in the trail. Shape: how many. */
export function endChecks(context: Context): Promise<number> {
  return auditedTransaction(context, async (tx, record) => {
    const over = await tx
      .select({ store: riskChecks.store, orderId: riskChecks.orderId })
      .from(riskChecks)
      .innerJoin(shopOrders, and(eq(shopOrders.store, riskChecks.store), eq(shopOrders.id, riskChecks.orderId)))
      .where(and(eq(riskChecks.state, 'waiting'), ne(shopOrders.stage, 'placed')))
      .limit(AT_ONCE)
    const endedAt = context.clock.now()
    for (const store of new Set(over.map((row) => row.store)))
      await tx
        .update(riskChecks)
        .set({ state: 'expired', endedAt })
        .where(
          and(
            eq(riskChecks.store, store),
            inArray(
              riskChecks.orderId,
              over.filter((row) => row.store === store).map(({ orderId }) => orderId),
            ),
          ),
        )
    if (over.length > 0)
      await record(
        ...over.map(({ store, orderId }) => ({
          store,
          actor: 'system',
          action: 'expire',
          subject: `orders/${orderId}/check`,
          after: { state: 'expired' },
        })),
      )
    return over.length
  })
}

export const END_RISK_CHECKS: TickJob = {
  id: 'risk-checks',
  everySeconds: 5,
  async run(context, { signal }) {
    while ((await endChecks(context)) === AT_ONCE && !signal.aborted);
  },
}
