import { judgeReminder, type ReminderVerdict } from '@zhanggui/orders'
import { and, count, eq, gte, inArray } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import { instantOfShop, shopMoment } from '../../campaigns/index.ts'
import { noticeDeliveries } from '../../live/channels/schema.ts'
import { lockShopOrder } from '../life/order-rows.ts'
import type { ShopOrderRow } from '../life/schema.ts'
import { paymentAttempts } from '../payments/schema.ts'
import { gatewayTrouble } from './gateway.ts'
import { isWaitingFor } from './pay-window.ts'
import { reminderMessage } from './reminder-message.ts'
import type { ShopReminderPlan } from './reminder-plans.ts'
import { type MessageState, paymentReminderMessages, paymentReminders, type ReminderRow } from './schema.ts'
import { nextInstant, type ShopClock } from './watch-orders.ts'

/** A provider that is silent is asked again soon; then the money is known to be there or not. */
const LATER_MS = 60_000

type Step = { plan: ShopReminderPlan; row: ReminderRow; clock: ShopClock }

async function sentToday(tx: RecordTx, { row, clock }: Step): Promise<number> {
  const { timezone } = clock.store
  const { day } = shopMoment(clock.now, timezone)
  const since = new Date(instantOfShop(timezone)(day, 0))
  const [sum] = await tx
    .select({ n: count() })
    .from(paymentReminderMessages)
    .where(
      and(
        eq(paymentReminderMessages.store, row.store),
        eq(paymentReminderMessages.person, row.person),
        gte(paymentReminderMessages.at, since),
        inArray(paymentReminderMessages.state, ['queued', 'kept']),
      ),
    )
  return sum?.n ?? 0
}

async function isPaymentUnsure(tx: RecordTx, { store, orderId }: ReminderRow): Promise<boolean> {
  const own = and(eq(paymentAttempts.store, store), eq(paymentAttempts.orderId, orderId))
  const [unsure] = await tx
    .select({ id: paymentAttempts.id })
    .from(paymentAttempts)
    .where(and(own, eq(paymentAttempts.state, 'unsure')))
    .limit(1)
  return unsure !== undefined
}

async function note(tx: RecordTx, { row, clock }: Step, state: MessageState, delivery?: number): Promise<void> {
  const { store, plan, orderId, person } = row
  const message = { store, plan, orderId, person, state, at: clock.now, delivery: delivery ?? null }
  await tx.insert(paymentReminderMessages).values(message)
}

/** Handed to the channel in the transaction that remembers it, so that neither is without the other. */
async function send(tx: RecordTx, step: Step, order: ShopOrderRow): Promise<void> {
  const { plan, row, clock } = step
  const isKept = (await gatewayTrouble(tx, { store: row.store, gateway: plan.gateway })) !== null
  if (isKept) return note(tx, step, 'kept')
  const [delivery] = await tx
    .insert(noticeDeliveries)
    .values({
      store: row.store,
      channel: plan.gateway,
      message: reminderMessage(plan, order, clock.now),
      state: 'pending',
      attempts: 0,
      nextAt: clock.now,
      createdAt: clock.now,
    })
    .returning({ id: noticeDeliveries.id })
  await note(tx, step, 'queued', delivery?.id)
}

const ownRow = ({ store, plan, orderId }: ReminderRow) =>
  and(eq(paymentReminders.store, store), eq(paymentReminders.plan, plan), eq(paymentReminders.orderId, orderId))

async function judge(tx: RecordTx, step: Step, order: ShopOrderRow): Promise<ReminderVerdict> {
  const { plan, row, clock } = step
  return judgeReminder(plan, {
    isWaiting: isWaitingFor(row.part, order, clock.now),
    isPaymentUnsure: await isPaymentUnsure(tx, row),
    isHeld: row.arm === 'held',
    sentToday: await sentToday(tx, step),
  })
}

/** What is known of the row after the step: when it is looked at again, and that it is measured from its first instant on. */
function after({ plan, row, clock }: Step, verdict: ReminderVerdict): Partial<ReminderRow> {
  const now = clock.now.getTime()
  if (verdict === 'stop') return { nextAt: null }
  if (verdict === 'later') return { nextAt: new Date(Math.min(now + LATER_MS, row.endsAt.getTime())) }
  return {
    enteredAt: row.enteredAt ?? clock.now,
    nextAt: nextInstant(plan, row, { timezone: clock.store.timezone, after: now }),
  }
}

/**
 * One reminder whose instant has come. The order is held until the message is on its way, so that a payment comes either before, and
 * nothing is sent, or after.
 * Errors: throws `not_found` for an order that is gone.
 */
export async function takeStep(context: Context, step: Step): Promise<ReminderVerdict> {
  const { plan, row, clock } = step
  const { phase } = clock
  return context.records.transaction(async (tx) => {
    const order = await lockShopOrder(tx, row)
    if (plan.phases.length > 0 && (phase === null || !plan.phases.includes(phase))) {
      const nextAt = nextInstant(plan, row, { timezone: clock.store.timezone, after: clock.now.getTime() })
      await tx.update(paymentReminders).set({ nextAt }).where(ownRow(row))
      return 'stop'
    }
    const verdict = await judge(tx, step, order)
    if (verdict === 'send') await send(tx, step, order)
    if (verdict === 'limit') await note(tx, step, 'limit')
    await tx
      .update(paymentReminders)
      .set({ ...after(step, verdict), phase: row.phase ?? phase })
      .where(ownRow(row))
    return verdict
  })
}
