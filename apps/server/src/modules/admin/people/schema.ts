import { integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import { stores } from '../schema.ts'

const storeColumn = () =>
  text('store')
    .notNull()
    .references(() => stores.id, { onDelete: 'cascade' })

/** `person` is another keyed hash than the facts had: from this list nobody finds a row, yet an arriving row is recognised. */
export const forgottenPeople = pgTable(
  'forgotten_people',
  {
    store: storeColumn(),
    person: text('person').notNull(),
    forgottenAt: timestamp('forgotten_at', { withTimezone: true, precision: 3, mode: 'date' }).notNull(),
    forgottenBy: text('forgotten_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.person] })],
)

/** Days after which a fact table lets go of people; no row: it keeps them until they are erased. */
export const retentionRules = pgTable(
  'retention_rules',
  { store: storeColumn(), table: text('fact_table').notNull(), days: integer('days').notNull() },
  (table) => [primaryKey({ columns: [table.store, table.table] })],
)
