import type { RecordMigration } from './migration.ts'

const instant = 'timestamp(3) with time zone'

/** The day's target as the room set it, and the hot list of each hour as it was shown when the hour ended. */
export const live: RecordMigration = {
  id: '0076',
  name: 'live',
  statements: [
    `CREATE TABLE live_day_targets (
  store text NOT NULL REFERENCES admin_stores (id) ON DELETE CASCADE,
  day date NOT NULL,
  cents bigint NOT NULL,
  set_by text NOT NULL,
  set_at ${instant} NOT NULL,
  PRIMARY KEY (store, day)
)`,
    `CREATE TABLE live_hour_tops (
  store text NOT NULL REFERENCES admin_stores (id) ON DELETE CASCADE,
  day date NOT NULL,
  hour integer NOT NULL,
  basis text NOT NULL,
  items jsonb NOT NULL,
  shown_at ${instant} NOT NULL,
  PRIMARY KEY (store, day, hour)
)`,
  ],
}
