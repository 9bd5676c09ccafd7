import type { RecordMigration } from './migration.ts'

const instant = 'timestamptz(3)'

/** Requests that wait for a second person, and which kinds need one in which shop; see `modules/admin/approvals`. */
export const approvals: RecordMigration = {
  id: '0030',
  name: 'approvals',
  statements: [
    `CREATE TABLE admin_approvals (
  id text PRIMARY KEY,
  store text NOT NULL REFERENCES admin_stores (id) ON DELETE CASCADE,
  kind text NOT NULL,
  payload jsonb NOT NULL,
  state text NOT NULL,
  reason text NOT NULL,
  asked_by text NOT NULL,
  asked_at ${instant} NOT NULL,
  expires_at ${instant} NOT NULL,
  decided_by text,
  decided_at ${instant},
  decision_reason text NOT NULL DEFAULT '',
  single_person boolean NOT NULL DEFAULT false
)`,
    `CREATE INDEX admin_approvals_store ON admin_approvals (store, state, asked_at)`,
    `CREATE TABLE admin_approval_rules (
  store text NOT NULL REFERENCES admin_stores (id) ON DELETE CASCADE,
  kind text NOT NULL,
  enabled boolean NOT NULL,
  expiry_hours integer NOT NULL,
  PRIMARY KEY (store, kind)
)`,
  ],
}
