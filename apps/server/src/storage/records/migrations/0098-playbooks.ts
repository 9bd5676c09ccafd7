import type { RecordMigration } from './migration.ts'

const instant = 'timestamp(3) with time zone'
const ofStore = 'store text NOT NULL REFERENCES admin_stores (id) ON DELETE CASCADE'

/**
 * Playbooks with their versions, every run with what it planned, changed and told, events that set them off, the levers that
 * they steer, and the switch that pauses everything. A playbook has at most one run that waits for an answer.
 */
export const playbooks: RecordMigration = {
  id: '0098',
  name: 'playbooks',
  statements: [
    `CREATE TABLE playbooks (
  ${ofStore},
  id text NOT NULL,
  version integer NOT NULL,
  enabled boolean NOT NULL,
  from_library boolean NOT NULL,
  body jsonb NOT NULL,
  memory jsonb,
  evaluated_at ${instant},
  problem jsonb,
  updated_by text NOT NULL,
  updated_at ${instant} NOT NULL,
  PRIMARY KEY (store, id)
)`,
    `CREATE TABLE playbook_versions (
  store text NOT NULL,
  playbook text NOT NULL,
  number integer NOT NULL,
  body jsonb NOT NULL,
  made_by text NOT NULL,
  made_at ${instant} NOT NULL,
  reason text NOT NULL,
  PRIMARY KEY (store, playbook, number),
  FOREIGN KEY (store, playbook) REFERENCES playbooks (store, id) ON DELETE CASCADE
)`,
    `CREATE TABLE playbook_runs (
  id bigserial PRIMARY KEY,
  ${ofStore},
  playbook text NOT NULL,
  version integer NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  cause_key text NOT NULL,
  at ${instant} NOT NULL,
  state text NOT NULL,
  tags jsonb NOT NULL,
  value double precision,
  reason jsonb,
  changes jsonb NOT NULL,
  tells jsonb NOT NULL,
  told boolean NOT NULL,
  cannot jsonb NOT NULL,
  people integer NOT NULL,
  agreed_by jsonb NOT NULL,
  expires_at ${instant},
  decided_at ${instant},
  decided_by text,
  undone_at ${instant},
  undone_by text,
  UNIQUE (store, playbook, cause_key)
)`,
    'CREATE INDEX playbook_runs_time ON playbook_runs (store, at)',
    `CREATE UNIQUE INDEX playbook_runs_waiting ON playbook_runs (store, playbook) WHERE state = 'waiting'`,
    `CREATE TABLE playbook_events (
  ${ofStore},
  id text NOT NULL,
  event text NOT NULL,
  at ${instant} NOT NULL,
  runs jsonb NOT NULL,
  PRIMARY KEY (store, id)
)`,
    `CREATE TABLE playbook_levers (
  ${ofStore},
  type text NOT NULL,
  id text NOT NULL,
  name text NOT NULL,
  fields jsonb NOT NULL,
  version integer NOT NULL,
  updated_at ${instant} NOT NULL,
  PRIMARY KEY (store, type, id)
)`,
    `CREATE TABLE playbook_pauses (
  ${ofStore},
  paused_by text NOT NULL,
  at ${instant} NOT NULL,
  PRIMARY KEY (store)
)`,
  ],
}
