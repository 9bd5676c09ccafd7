import type { MarkKind } from '@zhanggui/gameplay'
import { pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'

/** What accounts were seen with, as keyed hashes of the shop; only to tell whether several are one person. */
export const personMarks = pgTable(
  'person_marks',
  {
    store: text('store').notNull(),
    kind: text('kind').$type<MarkKind>().notNull(),
    mark: text('mark').notNull(),
    buyer: text('buyer').notNull(),
    seenAt: timestamp('seen_at', { withTimezone: true, precision: 3, mode: 'date' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.kind, table.mark, table.buyer] })],
)
