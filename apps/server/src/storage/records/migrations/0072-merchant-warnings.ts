import type { RecordMigration } from './migration.ts'

const instant = 'timestamp(3) with time zone'

/** Warnings for which the merchant owes the platform a plan within a time; the clock has the warning's id. */
export const merchantWarnings: RecordMigration = {
  id: '0072',
  name: 'merchant-warnings',
  statements: [
    `CREATE TABLE merchant_warnings (
  store text NOT NULL REFERENCES admin_stores (id) ON DELETE CASCADE,
  id text NOT NULL,
  kind text NOT NULL,
  evidence text NOT NULL,
  raised_by text NOT NULL,
  raised_at ${instant} NOT NULL,
  plan text,
  plan_by text,
  plan_at ${instant},
  filed_reference text,
  filed_by text,
  filed_at ${instant},
  PRIMARY KEY (store, id)
)`,
    'CREATE INDEX merchant_warnings_order ON merchant_warnings (store, raised_at)',
  ],
}
