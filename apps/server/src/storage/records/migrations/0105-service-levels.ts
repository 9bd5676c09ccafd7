import type { RecordMigration } from './migration.ts'

const instant = 'timestamp(3) with time zone'

/** What is left out under load: set by people for a shop, and every change that the load made. */
export const serviceLevels: RecordMigration = {
  id: '0105',
  name: 'service-levels',
  statements: [
    `CREATE TABLE service_levels (
  store text PRIMARY KEY REFERENCES admin_stores (id) ON DELETE CASCADE,
  level integer NOT NULL,
  reason text NOT NULL,
  set_by text NOT NULL,
  set_at ${instant} NOT NULL
)`,
    `CREATE TABLE service_changes (
  id bigserial PRIMARY KEY,
  server text NOT NULL,
  level_from integer NOT NULL,
  level_to integer NOT NULL,
  pressure_bp integer NOT NULL,
  at ${instant} NOT NULL
)`,
  ],
}
