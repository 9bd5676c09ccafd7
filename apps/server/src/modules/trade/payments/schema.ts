import type { AttemptState, ProviderHealth, SimulatedBooks } from '@zhanggui/orders'
import { bigint, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from '../../../storage/records/columns.ts'

const amount = () => bigint('cents', { mode: 'number' }).notNull()

/** `ask_at`: when the provider is to be asked what became of it; null: nothing is open. */
export const paymentAttempts = pgTable(
  'payment_attempts',
  {
    store: text('store').notNull(),
    id: text('id').notNull(),
    orderId: text('order_id').notNull(),
    provider: text('provider').notNull(),
    cents: amount(),
    state: text('state').$type<AttemptState>().notNull(),
    sentAt: instant('sent_at').notNull(),
    answeredAt: instant('answered_at'),
    askAt: instant('ask_at'),
    contradictions: integer('contradictions').notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.id] })],
)

export const paymentRefunds = pgTable(
  'payment_refunds',
  {
    store: text('store').notNull(),
    id: text('id').notNull(),
    attemptId: text('attempt_id').notNull(),
    provider: text('provider').notNull(),
    cents: amount(),
    doneAt: instant('done_at'),
  },
  (table) => [primaryKey({ columns: [table.store, table.id] })],
)

export const paymentHealth = pgTable(
  'payment_health',
  {
    store: text('store').notNull(),
    provider: text('provider').notNull(),
    health: jsonb('health').$type<ProviderHealth>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.provider] })],
)

/** Who is asked first now, why, and since when. */
export const paymentCurrent = pgTable('payment_current', {
  store: text('store').primaryKey(),
  provider: text('provider').notNull(),
  why: text('why').notNull(),
  since: instant('since').notNull(),
})

/** `calls` moves the simulator's dice, so that the same books do not throw the same number again. */
export const paymentSimulator = pgTable(
  'payment_simulator',
  {
    store: text('store').notNull(),
    provider: text('provider').notNull(),
    books: jsonb('books').$type<SimulatedBooks & { calls: number }>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.provider] })],
)

export type AttemptRow = typeof paymentAttempts.$inferSelect
