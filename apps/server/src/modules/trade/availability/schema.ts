import type { LeaveReason } from '@zhanggui/orders'
import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, store } from '../../../storage/records/columns.ts'

/** What each site said of itself last. */
export const siteLoads = pgTable('trade_site_loads', {
  site: text('site').primaryKey(),
  level: integer('level').notNull(),
  busyBp: integer('busy_bp').notNull(),
  at: instant('at').notNull(),
})

/** Every time a shop left a site that lived: in which epoch, and why. */
export const siteDepartures = pgTable(
  'trade_departures',
  {
    store: store(),
    epoch: integer('epoch').notNull(),
    site: text('site').notNull(),
    why: text('why').$type<LeaveReason>().notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.epoch] })],
)
