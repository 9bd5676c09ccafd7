import type { RecordMigration } from './migration.ts'

const instant = 'timestamp(3) with time zone'

/**
 * A year's plan, its parts (each edited on its own, with a revision), its frozen versions and who confirmed which.
 * A snapshot is the canonical JSON text that was hashed: a JSONB column would rewrite it and the hash could not be checked.
 */
export const plans: RecordMigration = {
  id: '0040',
  name: 'plans',
  statements: [
    `CREATE TABLE plans (
  store text NOT NULL REFERENCES admin_stores (id) ON DELETE CASCADE,
  id text NOT NULL,
  year integer NOT NULL,
  currency text NOT NULL,
  status text NOT NULL,
  version integer NOT NULL,
  approved_version integer,
  created_by text NOT NULL,
  created_at ${instant} NOT NULL,
  updated_by text NOT NULL,
  updated_at ${instant} NOT NULL,
  deleted_at ${instant},
  PRIMARY KEY (store, id)
)`,
    `CREATE TABLE plan_parts (
  store text NOT NULL,
  plan text NOT NULL,
  part text NOT NULL,
  revision integer NOT NULL,
  body jsonb NOT NULL,
  updated_by text NOT NULL,
  updated_at ${instant} NOT NULL,
  PRIMARY KEY (store, plan, part),
  FOREIGN KEY (store, plan) REFERENCES plans (store, id) ON DELETE CASCADE
)`,
    `CREATE TABLE plan_versions (
  store text NOT NULL,
  plan text NOT NULL,
  number integer NOT NULL,
  note text NOT NULL,
  approved boolean NOT NULL,
  snapshot text NOT NULL,
  sha256 text NOT NULL,
  created_by text NOT NULL,
  created_at ${instant} NOT NULL,
  PRIMARY KEY (store, plan, number),
  FOREIGN KEY (store, plan) REFERENCES plans (store, id) ON DELETE CASCADE
)`,
    `CREATE TABLE plan_confirmations (
  store text NOT NULL,
  plan text NOT NULL,
  number integer NOT NULL,
  actor text NOT NULL,
  side text NOT NULL,
  sha256 text NOT NULL,
  note text NOT NULL,
  confirmed_at ${instant} NOT NULL,
  PRIMARY KEY (store, plan, number, actor),
  FOREIGN KEY (store, plan, number) REFERENCES plan_versions (store, plan, number) ON DELETE CASCADE
)`,
  ],
}
