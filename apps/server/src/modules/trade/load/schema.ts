import type { LoadReport } from '@zhanggui/contract'
import { boolean, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'

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

/** Attacks on the orders of a shop: from when to when, how much of it, and what was done. */
export const attackReports = pgTable(
  'attack_reports',
  {
    store: text('store').notNull(),
    startedAt: timestamp('started_at', { withTimezone: true, precision: 3, mode: 'date' }).notNull(),
    endedAt: timestamp('ended_at', { withTimezone: true, precision: 3, mode: 'date' }),
    requests: integer('requests').notNull(),
    suspicious: integer('suspicious').notNull(),
    challenged: integer('challenged').notNull(),
    solved: integer('solved').notNull(),
    sources: integer('sources').notNull(),
    peakBp: integer('peak_bp').notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.startedAt] })],
)
