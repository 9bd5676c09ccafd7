import type { RecordMigration } from './migration.ts'

const instant = 'timestamp(3) with time zone'

/** What every site says of its load, and why a shop left a site that lived: both outlive a restart. */
export const siteDepartures: RecordMigration = {
  id: '0120',
  name: 'site-departures',
  statements: [
    `CREATE TABLE trade_site_loads (
  site text PRIMARY KEY,
  level integer NOT NULL,
  busy_bp integer NOT NULL,
  at ${instant} NOT NULL
)`,
    `CREATE TABLE trade_departures (
  store text NOT NULL REFERENCES admin_stores (id) ON DELETE CASCADE,
  epoch integer NOT NULL,
  site text NOT NULL,
  why text NOT NULL,
  at ${instant} NOT NULL,
  PRIMARY KEY (store, epoch)
)`,
  ],
}
