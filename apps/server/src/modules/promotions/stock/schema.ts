import type { PromotionLot, TradeTerms } from '@zhanggui/contract'
import { bigint, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'

const units = (name: string) => bigint(name, { mode: 'number' })

/**
 * A lot of a promotion and where it stands in the order core. `openedUnits`: units that were put there and not taken back;
 * `returningUnits`: those that are being taken back, kept so that a crash between takes none back twice; `turn` names each change.
 */
export const promotionLots = pgTable(
  'promotion_lots',
  {
    store: text('store').notNull(),
    promotion: text('promotion').notNull(),
    sku: text('sku').notNull(),
    kind: text('kind').$type<PromotionLot['kind']>().notNull(),
    /** 0: the version in force has no such lot any more. */
    units: units('units').notNull(),
    terms: jsonb('terms').$type<TradeTerms>().notNull(),
    until: timestamp('until', { withTimezone: true, precision: 3, mode: 'date' }).notNull(),
    state: text('state').$type<'planned' | 'open' | 'closed'>().notNull().default('planned'),
    openedUnits: units('opened_units').notNull().default(0),
    returningUnits: units('returning_units'),
    turn: integer('turn').notNull().default(0),
    problem: jsonb('problem').$type<{ zh: string; en: string }>(),
  },
  (table) => [primaryKey({ columns: [table.store, table.promotion, table.sku] })],
)

export type LotRow = typeof promotionLots.$inferSelect
