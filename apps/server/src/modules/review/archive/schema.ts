import { pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'

/** A case of the archive that was taken up in a campaign; once a campaign. */
export const archiveReuses = pgTable(
  'archive_reuses',
  {
    store: text('store').notNull(),
    source: text('source').notNull(),
    id: text('id').notNull(),
    campaign: text('campaign').notNull(),
    madeBy: text('made_by').notNull(),
    madeAt: timestamp('made_at', { withTimezone: true, precision: 3, mode: 'date' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.source, table.id, table.campaign] })],
)
