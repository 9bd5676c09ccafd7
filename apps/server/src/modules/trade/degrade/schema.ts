import { bigserial, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from '../../../storage/records/columns.ts'

/** What a person has set for a shop; no row: the load alone decides. */
export const serviceLevels = pgTable('service_levels', {
  store: text('store').primaryKey(),
  level: integer('level').notNull(),
  reason: text('reason').notNull(),
  setBy: text('set_by').notNull(),
  setAt: instant('set_at').notNull(),
})

/** Every change of the level that the load made, on any server of the installation. */
export const serviceChanges = pgTable('service_changes', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  server: text('server').notNull(),
  levelFrom: integer('level_from').notNull(),
  levelTo: integer('level_to').notNull(),
  pressureBp: integer('pressure_bp').notNull(),
  at: instant('at').notNull(),
})
