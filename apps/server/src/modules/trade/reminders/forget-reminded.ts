import { and, eq, sql } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { paymentReminderMessages, paymentReminders } from './schema.ts'

/** Forgets who was reminded (P13.09): what is left says of an order that it was, and of nobody. Safe to repeat. */
export async function forgetRemindedBuyer(context: Context, store: string, hash: string): Promise<void> {
  for (const table of [paymentReminders, paymentReminderMessages])
    await context.records.db
      .update(table)
      .set({ person: sql`'order/' || ${table.orderId}` })
      .where(and(eq(table.store, store), eq(table.person, hash)))
}
