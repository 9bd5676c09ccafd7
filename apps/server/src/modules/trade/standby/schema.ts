import { bigint, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'

/** Every change of the site that decides the orders of a shop. The lease itself is read and written by `postgres-leases.ts` alone. */
export const tradeSwitches = pgTable(
  'trade_switches',
  {
    store: text('store').notNull(),
    epoch: integer('epoch').notNull(),
    site: text('site').notNull(),
    cameFrom: text('came_from'),
    waitedMs: bigint('waited_ms', { mode: 'number' }),
    at: timestamp('at', { withTimezone: true, precision: 3, mode: 'date' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.epoch] })],
)
