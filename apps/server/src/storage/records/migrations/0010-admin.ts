import type { RecordMigration } from './migration.ts'

const instant = 'timestamptz(3)'

/** People, sessions, shops, members, event keys, the audit chain and resource rows; declared in `modules/admin/schema.ts`. */
export const admin: RecordMigration = {
  id: '0010',
  name: 'admin',
  statements: [
    `CREATE TABLE admin_users (
  id text PRIMARY KEY,
  name text NOT NULL,
  email text NOT NULL UNIQUE,
  email_verified boolean NOT NULL DEFAULT false,
  image text,
  created_at ${instant} NOT NULL,
  updated_at ${instant} NOT NULL,
  is_owner boolean NOT NULL DEFAULT false,
  must_change_password boolean NOT NULL DEFAULT false,
  disabled_at ${instant}
)`,
    // Two first visitors at once: only one becomes the owner.
    `CREATE UNIQUE INDEX admin_users_one_owner ON admin_users (is_owner) WHERE is_owner`,
    `CREATE TABLE admin_sessions (
  id text PRIMARY KEY,
  token text NOT NULL UNIQUE,
  user_id text NOT NULL REFERENCES admin_users (id) ON DELETE CASCADE,
  expires_at ${instant} NOT NULL,
  ip_address text,
  user_agent text,
  created_at ${instant} NOT NULL,
  updated_at ${instant} NOT NULL
)`,
    `CREATE INDEX admin_sessions_user ON admin_sessions (user_id)`,
    `CREATE TABLE admin_accounts (
  id text PRIMARY KEY,
  account_id text NOT NULL,
  provider_id text NOT NULL,
  user_id text NOT NULL REFERENCES admin_users (id) ON DELETE CASCADE,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at ${instant},
  refresh_token_expires_at ${instant},
  scope text,
  password text,
  created_at ${instant} NOT NULL,
  updated_at ${instant} NOT NULL
)`,
    `CREATE INDEX admin_accounts_user ON admin_accounts (user_id)`,
    `CREATE TABLE admin_verifications (
  id text PRIMARY KEY,
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at ${instant} NOT NULL,
  created_at ${instant} NOT NULL,
  updated_at ${instant} NOT NULL
)`,
    `CREATE TABLE admin_stores (
  id text PRIMARY KEY,
  name text NOT NULL,
  currency text NOT NULL,
  timezone text NOT NULL,
  platform text NOT NULL,
  founded_day text,
  demo boolean NOT NULL DEFAULT false,
  created_at ${instant} NOT NULL
)`,
    `CREATE TABLE admin_members (
  store text NOT NULL REFERENCES admin_stores (id) ON DELETE CASCADE,
  user_id text NOT NULL REFERENCES admin_users (id) ON DELETE CASCADE,
  role text NOT NULL,
  created_at ${instant} NOT NULL,
  PRIMARY KEY (store, user_id)
)`,
    `CREATE INDEX admin_members_user ON admin_members (user_id)`,
    `CREATE TABLE admin_event_keys (
  id text PRIMARY KEY,
  store text NOT NULL REFERENCES admin_stores (id) ON DELETE CASCADE,
  name text NOT NULL,
  secret_hash text NOT NULL,
  created_at ${instant} NOT NULL,
  last_used_at ${instant},
  revoked_at ${instant}
)`,
    `CREATE INDEX admin_event_keys_store ON admin_event_keys (store)`,
    `CREATE TABLE admin_audit (
  sequence bigint PRIMARY KEY,
  at ${instant} NOT NULL,
  store text,
  actor text NOT NULL,
  action text NOT NULL,
  subject text NOT NULL,
  before text NOT NULL,
  after text NOT NULL,
  reason text NOT NULL,
  previous_hash text NOT NULL UNIQUE,
  hash text NOT NULL
)`,
    `CREATE INDEX admin_audit_store ON admin_audit (store, sequence)`,
    `CREATE INDEX admin_audit_subject ON admin_audit (store, subject, sequence)`,
    `CREATE TABLE admin_resources (
  id text PRIMARY KEY,
  store text NOT NULL REFERENCES admin_stores (id) ON DELETE CASCADE,
  resource text NOT NULL,
  key_text text NOT NULL,
  state text,
  data jsonb NOT NULL,
  version integer NOT NULL,
  created_at ${instant} NOT NULL,
  updated_at ${instant} NOT NULL,
  updated_by text NOT NULL,
  deleted_at ${instant}
)`,
    `CREATE UNIQUE INDEX admin_resources_key ON admin_resources (store, resource, key_text) WHERE deleted_at IS NULL`,
  ],
}
