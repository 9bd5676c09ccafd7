import type { RecordMigration } from './migration.ts'

const instant = 'timestamp(3) with time zone'
const ofStore = 'store text NOT NULL REFERENCES admin_stores (id) ON DELETE CASCADE'

/**
 * Alerts: rules with their versions, where each rule stands for each slice, what fired, the incidents that it was grouped
 * into, and who was told what. A cause has at most one incident that is not over: two rounds at once cannot open two.
 */
export const alerts: RecordMigration = {
  id: '0073',
  name: 'alerts',
  statements: [
    `CREATE TABLE alert_rules (
  ${ofStore},
  id text NOT NULL,
  version integer NOT NULL,
  enabled boolean NOT NULL,
  from_library boolean NOT NULL,
  body jsonb NOT NULL,
  evaluated_at ${instant},
  problem jsonb,
  updated_by text NOT NULL,
  updated_at ${instant} NOT NULL,
  PRIMARY KEY (store, id)
)`,
    `CREATE TABLE alert_rule_versions (
  store text NOT NULL,
  rule text NOT NULL,
  number integer NOT NULL,
  body jsonb NOT NULL,
  made_by text NOT NULL,
  made_at ${instant} NOT NULL,
  reason text NOT NULL,
  PRIMARY KEY (store, rule, number),
  FOREIGN KEY (store, rule) REFERENCES alert_rules (store, id) ON DELETE CASCADE
)`,
    `CREATE TABLE alert_incidents (
  id bigserial PRIMARY KEY,
  ${ofStore},
  cause_key text NOT NULL,
  cause jsonb NOT NULL,
  title_zh text NOT NULL,
  title_en text NOT NULL,
  severity text NOT NULL,
  owner text NOT NULL,
  owners jsonb NOT NULL,
  rules jsonb NOT NULL,
  action jsonb NOT NULL,
  assignee text,
  opened_at ${instant} NOT NULL,
  last_at ${instant} NOT NULL,
  count integer NOT NULL,
  acknowledged_by text,
  acknowledged_at ${instant},
  resolved_by text,
  resolved_at ${instant},
  resolution text,
  result text,
  result_by text,
  result_at ${instant}
)`,
    'CREATE UNIQUE INDEX alert_incidents_cause ON alert_incidents (store, cause_key) WHERE resolved_at IS NULL',
    'CREATE INDEX alert_incidents_time ON alert_incidents (store, opened_at)',
    `CREATE TABLE alert_states (
  store text NOT NULL,
  rule text NOT NULL,
  slice text NOT NULL,
  tags jsonb NOT NULL,
  memory jsonb NOT NULL,
  state text NOT NULL,
  incident bigint REFERENCES alert_incidents (id) ON DELETE SET NULL,
  evaluated_at ${instant} NOT NULL,
  PRIMARY KEY (store, rule, slice),
  FOREIGN KEY (store, rule) REFERENCES alert_rules (store, id) ON DELETE CASCADE
)`,
    `CREATE TABLE alert_firings (
  ${ofStore},
  rule text NOT NULL,
  slice text NOT NULL,
  started_at ${instant} NOT NULL,
  incident bigint NOT NULL REFERENCES alert_incidents (id) ON DELETE CASCADE,
  tags jsonb NOT NULL,
  condition jsonb NOT NULL,
  value double precision,
  baseline double precision,
  evidence jsonb NOT NULL,
  ended_at ${instant},
  PRIMARY KEY (store, rule, slice, started_at)
)`,
    'CREATE INDEX alert_firings_incident ON alert_firings (incident)',
    `CREATE TABLE alert_events (
  sequence bigserial PRIMARY KEY,
  incident bigint NOT NULL REFERENCES alert_incidents (id) ON DELETE CASCADE,
  kind text NOT NULL,
  actor text NOT NULL,
  facts jsonb NOT NULL,
  at ${instant} NOT NULL
)`,
    'CREATE INDEX alert_events_incident ON alert_events (incident, sequence)',
    `CREATE TABLE alert_quiet_times (
  id bigserial PRIMARY KEY,
  ${ofStore},
  body jsonb NOT NULL
)`,
    `CREATE TABLE alert_silences (
  id bigserial PRIMARY KEY,
  ${ofStore},
  rule text,
  cause_key text,
  until ${instant} NOT NULL,
  reason text NOT NULL,
  created_by text NOT NULL
)`,
    `CREATE TABLE alert_told (
  incident bigint NOT NULL REFERENCES alert_incidents (id) ON DELETE CASCADE,
  key text NOT NULL,
  PRIMARY KEY (incident, key)
)`,
    `CREATE TABLE alert_inbox (
  sequence bigserial PRIMARY KEY,
  ${ofStore},
  role text NOT NULL,
  severity text NOT NULL,
  title_zh text NOT NULL,
  title_en text NOT NULL,
  incidents jsonb NOT NULL,
  at ${instant} NOT NULL
)`,
    'CREATE INDEX alert_inbox_role ON alert_inbox (store, role, sequence)',
    `CREATE TABLE alert_inbox_read (
  ${ofStore},
  person text NOT NULL,
  up_to bigint NOT NULL,
  PRIMARY KEY (store, person)
)`,
  ],
}
