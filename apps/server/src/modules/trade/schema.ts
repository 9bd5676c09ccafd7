import type { TradeItemKind } from '@zhanggui/contract'
import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from '../../storage/records/columns.ts'

/** What the numbers stand for by which the order core knows items. A number is given once and never to another item. */
export const tradeItems = pgTable(
  'trade_items',
  {
    store: text('store').notNull(),
    number: integer('number').notNull(),
    item: text('item').notNull(),
    title: text('title').notNull(),
    kind: text('kind').$type<TradeItemKind>().notNull(),
    openedBy: text('opened_by').notNull(),
    openedAt: instant('opened_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.number] })],
)
