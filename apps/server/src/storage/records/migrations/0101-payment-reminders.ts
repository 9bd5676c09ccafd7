import type { RecordMigration } from './migration.ts'

const instant = 'timestamp(3) with time zone'
const ofOrder = 'FOREIGN KEY (store, order_id) REFERENCES shop_orders (store, id) ON DELETE CASCADE'

/** Which orders a reminder follows, who of them is left alone, and every message as it was decided. */
export const paymentReminders: RecordMigration = {
  id: '0101',
  name: 'payment-reminders',
  statements: [
    `CREATE TABLE payment_reminders (
  store text NOT NULL,
  plan text NOT NULL,
  order_id text NOT NULL,
  part text NOT NULL,
  person text NOT NULL,
  arm text NOT NULL,
  phase text,
  opens_at ${instant} NOT NULL,
  ends_at ${instant} NOT NULL,
  entered_at ${instant},
  next_at ${instant},
  PRIMARY KEY (store, plan, order_id),
  ${ofOrder}
)`,
    'CREATE INDEX payment_reminders_next ON payment_reminders (next_at) WHERE next_at IS NOT NULL',
    'CREATE INDEX payment_reminders_entered ON payment_reminders (store, plan, entered_at)',
    `CREATE TABLE payment_reminder_messages (
  id bigserial PRIMARY KEY,
  store text NOT NULL,
  plan text NOT NULL,
  order_id text NOT NULL,
  person text NOT NULL,
  state text NOT NULL,
  at ${instant} NOT NULL,
  delivery bigint,
  ${ofOrder}
)`,
    'CREATE INDEX payment_reminder_messages_person ON payment_reminder_messages (store, person, at)',
    'CREATE INDEX payment_reminder_messages_plan ON payment_reminder_messages (store, plan, at)',
    "CREATE INDEX shop_orders_unpaid ON shop_orders (store, placed_at) WHERE stage IN ('placed', 'deposit')",
    'CREATE INDEX shop_orders_buyer ON shop_orders (store, buyer) WHERE buyer IS NOT NULL',
  ],
}
