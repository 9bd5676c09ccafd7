import type { RemindedPart } from '@zhanggui/orders'
import { bigint, bigserial, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from '../../../storage/records/columns.ts'

/**
 * An order that a reminder follows. `person` is the buyer's hash, or the order itself where nobody is known; `arm` is drawn once.
 * `entered_at`: the first reminder's instant found it unpaid, and from then on it is measured, spoken to or not.
 */
export const paymentReminders = pgTable(
  'payment_reminders',
  {
    store: text('store').notNull(),
    plan: text('plan').notNull(),
    orderId: text('order_id').notNull(),
    part: text('part').$type<RemindedPart>().notNull(),
    person: text('person').notNull(),
    arm: text('arm').$type<'treated' | 'held'>().notNull(),
    phase: text('phase'),
    opensAt: instant('opens_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    enteredAt: instant('entered_at'),
    nextAt: instant('next_at'),
  },
  (table) => [primaryKey({ columns: [table.store, table.plan, table.orderId] })],
)

/**
 * `queued`: handed to the gateway; `kept`: no gateway is on, so nothing left the house; `limit`: the person had heard enough today;
 * `withdrawn`: the order was paid before the message left.
 */
export type MessageState = 'queued' | 'kept' | 'limit' | 'withdrawn'

export const paymentReminderMessages = pgTable('payment_reminder_messages', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  store: text('store').notNull(),
  plan: text('plan').notNull(),
  orderId: text('order_id').notNull(),
  person: text('person').notNull(),
  state: text('state').$type<MessageState>().notNull(),
  at: instant('at').notNull(),
  delivery: bigint('delivery', { mode: 'number' }),
})

export type ReminderRow = typeof paymentReminders.$inferSelect
