import { bigint, bigserial, date, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from '../../../storage/records/columns.ts'

const amount = (name: string) => bigint(name, { mode: 'number' }).notNull()
const ofBuyer = { store: text('store').notNull(), buyer: text('buyer').notNull() }

/** One row a buyer, held while their points move; `balance` is the sum of the moves. */
export const pointsAccounts = pgTable('points_accounts', { ...ofBuyer, balance: amount('balance') }, (table) => [
  primaryKey({ columns: [table.store, table.buyer] }),
])

export type PointsKind = 'grant' | 'earn' | 'burn' | 'expire' | 'reverse_earn' | 'reverse_burn'

/** Moves are only ever added; the same id again is the same move. */
export const pointsMoves = pgTable(
  'points_moves',
  {
    ...ofBuyer,
    id: text('id').notNull(),
    sequence: bigserial('sequence', { mode: 'number' }),
    kind: text('kind').$type<PointsKind>().notNull(),
    points: amount('points'),
    orderId: text('order_id'),
    expiresDay: date('expires_day', { mode: 'string' }),
    day: date('day', { mode: 'string' }).notNull(),
    reason: text('reason').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.buyer, table.id] })],
)
