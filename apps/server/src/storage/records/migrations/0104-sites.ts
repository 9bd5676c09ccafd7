import type { RecordMigration } from './migration.ts'

const instant = 'timestamp(3) with time zone'

/** Which site decides the orders of a shop, and every time that changed. */
export const sites: RecordMigration = {
  id: '0104',
  name: 'sites',
  statements: [
    `CREATE TABLE trade_leases (
  store text PRIMARY KEY REFERENCES admin_stores (id) ON DELETE CASCADE,
  epoch integer NOT NULL,
  leader text NOT NULL,
  place text NOT NULL,
  secret text NOT NULL,
  follower text,
  until ${instant} NOT NULL
)`,
    `CREATE TABLE trade_switches (
  store text NOT NULL REFERENCES admin_stores (id) ON DELETE CASCADE,
  epoch integer NOT NULL,
  site text NOT NULL,
  came_from text,
  waited_ms bigint,
  at ${instant} NOT NULL,
  PRIMARY KEY (store, epoch)
)`,
  ],
}
