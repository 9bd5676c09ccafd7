import { eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { type DeliveryRow, noticeDeliveries } from '../../live/channels/schema.ts'
import { findShopOrder } from '../life/order-rows.ts'
import { isWaitingFor } from './pay-window.ts'
import { paymentReminderMessages } from './schema.ts'

/**
 * Takes back a reminder that has not left yet when its order no longer waits for the money: who has just paid is not asked to pay.
 * Shape: whether it was taken back; other messages never are.
 */
export async function withdrawReminder(context: Context, delivery: DeliveryRow, now: Date): Promise<boolean> {
  const { reminder } = delivery.message
  if (!reminder) return false
  const order = await findShopOrder(context.records.db, { store: delivery.store, orderId: reminder.order })
  if (order && isWaitingFor(reminder.part, order, now)) return false
  await context.records.transaction(async (tx) => {
    await tx
      .update(paymentReminderMessages)
      .set({ state: 'withdrawn' })
      .where(eq(paymentReminderMessages.delivery, delivery.id))
    await tx.delete(noticeDeliveries).where(eq(noticeDeliveries.id, delivery.id))
  })
  return true
}
