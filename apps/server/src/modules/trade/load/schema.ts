import type { LoadReport } from '@zhanggui/contract'
import { boolean, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'

export const loadReports = pgTable(
  'load_reports',
  {
    store: text('store').notNull(),
    id: text('id').notNull(),
    startedAt: timestamp('started_at', { withTimezone: true, precision: 3, mode: 'date' }).notNull(),
    isPassed: boolean('is_passed').notNull(),
    report: jsonb('report').$type<LoadReport>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.id] })],
)
