import { MOVES_FROM } from '@zhanggui/promotion'
import { and, eq, inArray, lte } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { coupons } from './schema.ts'

/** Ends the coupons of a shop whose time is over. Safe to run at any moment; what an order holds is left to the order. */
export async function expireCoupons(context: Context, store: string): Promise<void> {
  const { state, expiresAt } = coupons
  await context.records.db
    .update(coupons)
    .set({ state: 'expired' })
    .where(and(eq(coupons.store, store), inArray(state, [...MOVES_FROM.expire]), lte(expiresAt, context.clock.now())))
}
