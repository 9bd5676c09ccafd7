import { integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'

export const planAcknowledgements = pgTable(
  'plan_acknowledgements',
  {
    store: text('store').notNull(),
    plan: text('plan').notNull(),
    /** Of the finding, see `keyOf`. */
    key: text('key').notNull(),
    rule: text('rule').notNull(),
    message: text('message').notNull(),
    reason: text('reason').notNull(),
    /** Newest version of the plan when it was acknowledged. */
    version: integer('version').notNull(),
    actor: text('actor').notNull(),
    acknowledgedAt: timestamp('acknowledged_at', { withTimezone: true, precision: 3, mode: 'date' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.plan, table.key] })],
)
