import type { RecordMigration } from './migration.ts'

const instant = 'timestamp(3) with time zone'

/** Attacks on the orders of a shop, as the servers met them. */
export const attackReports: RecordMigration = {
  id: '0106',
  name: 'attack-reports',
  statements: [
    `CREATE TABLE attack_reports (
  store text NOT NULL REFERENCES admin_stores (id) ON DELETE CASCADE,
  started_at ${instant} NOT NULL,
  ended_at ${instant},
  requests integer NOT NULL,
  suspicious integer NOT NULL,
  challenged integer NOT NULL,
  solved integer NOT NULL,
  sources integer NOT NULL,
  peak_bp integer NOT NULL,
  PRIMARY KEY (store, started_at)
)`,
  ],
}
