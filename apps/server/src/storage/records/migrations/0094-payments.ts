import type { RecordMigration } from './migration.ts'

const instant = 'timestamp(3) with time zone'
const ofStore = 'store text NOT NULL REFERENCES admin_stores (id) ON DELETE CASCADE'

/** Tries to charge, refunds asked of providers, how well providers are, and the books of simulated ones. */
export const payments: RecordMigration = {
  id: '0094',
  name: 'payments',
  statements: [
    `CREATE TABLE payment_attempts (
  ${ofStore},
  id text NOT NULL,
  order_id text NOT NULL,
  provider text NOT NULL,
  cents bigint NOT NULL CHECK (cents >= 0),
  state text NOT NULL,
  sent_at ${instant} NOT NULL,
  answered_at ${instant},
  ask_at ${instant},
  contradictions integer NOT NULL,
  PRIMARY KEY (store, id)
)`,
    'CREATE INDEX payment_attempts_order ON payment_attempts (store, order_id)',
    'CREATE INDEX payment_attempts_ask ON payment_attempts (ask_at) WHERE ask_at IS NOT NULL',
    `CREATE TABLE payment_refunds (
  ${ofStore},
  id text NOT NULL,
  attempt_id text NOT NULL,
  provider text NOT NULL,
  cents bigint NOT NULL CHECK (cents > 0),
  done_at ${instant},
  PRIMARY KEY (store, id)
)`,
    `CREATE TABLE payment_health (
  ${ofStore},
  provider text NOT NULL,
  health jsonb NOT NULL,
  PRIMARY KEY (store, provider)
)`,
    `CREATE TABLE payment_current (
  ${ofStore},
  provider text NOT NULL,
  why text NOT NULL,
  since ${instant} NOT NULL,
  PRIMARY KEY (store)
)`,
    `CREATE TABLE payment_simulator (
  ${ofStore},
  provider text NOT NULL,
  books jsonb NOT NULL,
  PRIMARY KEY (store, provider)
)`,
  ],
}
