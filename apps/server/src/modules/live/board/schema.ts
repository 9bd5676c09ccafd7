import type { LiveBasis } from '@zhanggui/contract'
import type { RankedItem } from '@zhanggui/live'
import { bigint, date, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from '../../../storage/records/columns.ts'

export const liveDayTargets = pgTable(
  'live_day_targets',
  {
    store: text('store').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    cents: bigint('cents', { mode: 'number' }).notNull(),
    setBy: text('set_by').notNull(),
    setAt: instant('set_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.day] })],
)

export const liveHourTops = pgTable(
  'live_hour_tops',
  {
    store: text('store').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    hour: integer('hour').notNull(),
    basis: text('basis').$type<LiveBasis>().notNull(),
    items: jsonb('items').$type<RankedItem[]>().notNull(),
    shownAt: instant('shown_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.day, table.hour] })],
)
