import { and, asc, eq, lte } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { moveOrder } from './move-order.ts'
import { promotionOrders } from './schema.ts'

/** As many as one call lets go; the next call takes the others. */
const AT_ONCE = 200

/** Lets go of what unpaid orders hold whose time is over. Safe to run at any moment, and by several at once. */
export async function releaseDueOrders(context: Context, store: string): Promise<void> {
  const { id, state, holdUntil } = promotionOrders
  const due = await context.records.db
    .select({ id })
    .from(promotionOrders)
    .where(and(eq(promotionOrders.store, store), eq(state, 'locked'), lte(holdUntil, context.clock.now())))
    .orderBy(asc(holdUntil))
    .limit(AT_ONCE)
  for (const order of due)
    await moveOrder(context, store, order.id, 'release').catch((cause) => {
      // Paid by now: then it keeps what it holds.
      if (!(cause instanceof ApiFailure) || cause.code !== 'order_moved') throw cause
    })
}
