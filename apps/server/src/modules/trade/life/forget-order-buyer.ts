import { and, eq, sql } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { forgetRiskBuyer } from '../../risk/orders/forget-risk-buyer.ts'
import { forgetRemindedBuyer } from '../reminders/forget-reminded.ts'
import { shopOrders } from './schema.ts'

/**
 * Forgets the buyer of orders (P13.09): whose they were and where they went is gone, what they cost stays. Their facts were renamed
 * when they were forgotten there, so they are not written again. Safe to repeat.
 */
export async function forgetOrderBuyer(context: Context, store: string, hash: string): Promise<void> {
  await context.records.db
    .update(shopOrders)
    .set({ buyer: null, place: sql`${shopOrders.place} || '{"city":"","isForgotten":true}'::jsonb` })
    .where(and(eq(shopOrders.store, store), eq(shopOrders.buyer, hash)))
  await forgetRemindedBuyer(context, store, hash)
  await forgetRiskBuyer(context, store, hash)
}
