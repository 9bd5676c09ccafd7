import { jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

/** Facts about this installation as a whole, one row a key. */
export const installation = pgTable('installation', {
  key: text('key').primaryKey(),
  value: jsonb('value').notNull(),
  changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
})
