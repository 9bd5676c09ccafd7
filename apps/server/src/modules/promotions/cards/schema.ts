import { bigint, date, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'

const amount = (name: string) => bigint(name, { mode: 'number' }).notNull()

/** What orders have earned under rebate rules; the engine's `CardAccount` beside whose it is. */
export const promotionCards = pgTable(
  'promotion_cards',
  {
    store: text('store').notNull(),
    orderId: text('order_id').notNull(),
    rule: text('rule').notNull(),
    buyer: text('buyer'),
    earnedCents: amount('earned_cents'),
    revokedCents: amount('revoked_cents'),
    issuedCents: amount('issued_cents'),
    afterDays: integer('after_days').notNull(),
    receivedDay: date('received_day', { mode: 'string' }),
    issuedAt: timestamp('issued_at', { withTimezone: true, precision: 3, mode: 'date' }),
  },
  (table) => [primaryKey({ columns: [table.store, table.orderId, table.rule] })],
)

export type CardRow = typeof promotionCards.$inferSelect
