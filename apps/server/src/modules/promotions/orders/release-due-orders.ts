import { and, asc, inArray, lte, sql } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { desksFor } from '../../../storage/asked-together.ts'
import type { TickJob } from '../../live/tick-job.ts'
import { moveOrder } from './move-order.ts'
import { promotionOrders } from './schema.ts'

/** As many as one call lets go; the next call takes the others. */
const AT_ONCE = 200

const { store, id, state, holdUntil } = promotionOrders

// Written out, not bound: a plan that is kept for any states could not use the index of just these two.
const isHolding = sql`${state} IN ('locked', 'deposit')`
const isDue = (now: Date) => and(isHolding, lte(holdUntil, now))

async function releaseUnlessPaid(context: Context, key: { store: string; orderId: string }): Promise<void> {
  try {
    await moveOrder(context, key, 'release')
  } catch (cause) {
    // Paid by now: then it keeps what it holds.
    if (!(cause instanceof ApiFailure) || cause.code !== 'order_moved') throw cause
  }
}

async function releaseDueOf(context: Context, shops: readonly string[]): Promise<void> {
  const due = await context.records.db
    .select({ store, orderId: id })
    .from(promotionOrders)
    .where(and(inArray(store, [...shops]), isDue(context.clock.now())))
    .orderBy(asc(holdUntil))
    .limit(AT_ONCE)
  for (const order of due) await releaseUnlessPaid(context, order)
}

const deskOf = desksFor((context: Context) => async (shops) => {
  await releaseDueOf(context, shops)
  return new Map<string, never>()
})

/**
 * Lets go of what a shop's unpaid orders hold whose time is over. Safe to run at any moment, and by several at once: those of one
 * moment look together.
 */
export async function releaseDueOrders(context: Context, shop: string): Promise<void> {
  await deskOf(context).of([shop])
}

/**
 * Orders of every shop that were not paid in time let go by the clock: coupons, points, limits and budgets are free again without
 * anybody asking.
 */
export const RELEASE_ORDERS: TickJob = {
  id: 'promotion-orders',
  everySeconds: 5,
  async run(context, { now, signal }) {
    for (;;) {
      const due = await context.records.db
        .select({ store, orderId: id })
        .from(promotionOrders)
        .where(isDue(now))
        .orderBy(asc(holdUntil))
        .limit(AT_ONCE)
      for (const order of due) {
        if (signal.aborted) return
        await releaseUnlessPaid(context, order)
      }
      if (due.length < AT_ONCE) return
    }
  },
}
