import type { MarkKind } from '@zhanggui/gameplay'
import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from '../../../storage/records/columns.ts'

/** Stands where a buyer would: whoever is seen with the mark, it ties nobody. */
export const EVERYBODY = ''

/**
 * What accounts were seen with, as keyed hashes of the shop; only to tell whether several are one person. `unlinked…`: somebody took
 * the mark off this account, or off `EVERYBODY`.
 */
export const personMarks = pgTable(
  'person_marks',
  {
    store: text('store').notNull(),
    kind: text('kind').$type<MarkKind>().notNull(),
    mark: text('mark').notNull(),
    buyer: text('buyer').notNull(),
    seenAt: instant('seen_at').notNull(),
    unlinkedAt: instant('unlinked_at'),
    unlinkedBy: text('unlinked_by'),
    unlinkReason: text('unlink_reason'),
  },
  (table) => [primaryKey({ columns: [table.store, table.kind, table.mark, table.buyer] })],
)
