import type { RecordMigration } from './migration.ts'

/** Judged orders with what became of them, what is remembered of who orders, second checks, and scorecards in versions. */
export const paymentRisk: RecordMigration = {
  id: '0123',
  name: 'payment-risk',
  statements: [
    `CREATE TABLE risk_orders (
  store text NOT NULL,
  order_id text NOT NULL,
  at timestamp(3) with time zone NOT NULL,
  command jsonb NOT NULL,
  buyer text,
  cents bigint NOT NULL,
  verdict text NOT NULL,
  label text,
  source text,
  labelled_by text,
  labelled_at timestamp(3) with time zone,
  is_order_noted boolean NOT NULL DEFAULT false,
  is_outcome_noted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (store, order_id)
)`,
    'CREATE INDEX risk_orders_by_time ON risk_orders (store, at)',
    'CREATE INDEX risk_orders_to_note ON risk_orders (at) WHERE NOT is_order_noted OR NOT is_outcome_noted',
    `CREATE TABLE risk_profiles (
  store text NOT NULL,
  kind text NOT NULL,
  key text NOT NULL,
  profile jsonb NOT NULL,
  PRIMARY KEY (store, kind, key)
)`,
    `CREATE TABLE risk_checks (
  store text NOT NULL,
  order_id text NOT NULL,
  adapter text NOT NULL,
  code_hash text NOT NULL,
  tries_left integer NOT NULL CHECK (tries_left >= 0),
  until timestamp(3) with time zone NOT NULL,
  state text NOT NULL,
  sent_at timestamp(3) with time zone,
  ended_at timestamp(3) with time zone,
  PRIMARY KEY (store, order_id)
)`,
    `CREATE TABLE risk_scorecards (
  store text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  body jsonb NOT NULL,
  updated_by text NOT NULL,
  updated_at timestamp(3) with time zone NOT NULL,
  PRIMARY KEY (store, id)
)`,
    `CREATE TABLE risk_scorecard_versions (
  store text NOT NULL,
  scorecard text NOT NULL,
  number integer NOT NULL,
  body jsonb NOT NULL,
  made_by text NOT NULL,
  made_at timestamp(3) with time zone NOT NULL,
  reason text NOT NULL,
  PRIMARY KEY (store, scorecard, number)
)`,
    `CREATE TABLE risk_in_force (
  store text PRIMARY KEY,
  version integer NOT NULL,
  turn integer NOT NULL,
  since timestamp(3) with time zone NOT NULL,
  by text NOT NULL,
  reached_at timestamp(3) with time zone
)`,
  ],
}
