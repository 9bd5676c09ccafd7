import type { RecordMigration } from './migration.ts'

const instant = 'timestamp(3) with time zone'
const ofPromotion = `store text NOT NULL,
  promotion text NOT NULL,`
const promotionKey = 'FOREIGN KEY (store, promotion) REFERENCES promotions (store, id) ON DELETE CASCADE'

/**
 * Promotions, every version of their rules, what they cost and what happened to them. `promotion_states.revision` changes with
 * whatever changes the rules in force, so that every server process sees it at its next price.
 */
export const promotions: RecordMigration = {
  id: '0060',
  name: 'promotions',
  statements: [
    `CREATE TABLE promotions (
  store text NOT NULL REFERENCES admin_stores (id) ON DELETE CASCADE,
  id text NOT NULL,
  version integer NOT NULL,
  approved_version integer,
  stopped_at ${instant},
  stopped_by text,
  stop_reason text,
  created_by text NOT NULL,
  created_at ${instant} NOT NULL,
  PRIMARY KEY (store, id)
)`,
    `CREATE TABLE promotion_versions (
  ${ofPromotion}
  number integer NOT NULL,
  body jsonb NOT NULL,
  made_by text NOT NULL,
  made_at ${instant} NOT NULL,
  reason text NOT NULL,
  checked_at ${instant},
  findings jsonb,
  request text,
  approved_by text,
  approved_at ${instant},
  PRIMARY KEY (store, promotion, number),
  ${promotionKey}
)`,
    `CREATE TABLE promotion_burns (
  ${ofPromotion}
  budget_cents bigint,
  locked_cents bigint NOT NULL DEFAULT 0 CHECK (locked_cents >= 0),
  used_cents bigint NOT NULL DEFAULT 0 CHECK (used_cents >= 0),
  orders bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (store, promotion),
  ${promotionKey}
)`,
    `CREATE TABLE promotion_notices (
  sequence bigserial PRIMARY KEY,
  ${ofPromotion}
  kind text NOT NULL,
  facts jsonb NOT NULL,
  at ${instant} NOT NULL,
  ${promotionKey}
)`,
    'CREATE INDEX promotion_notices_store ON promotion_notices (store, sequence)',
    `CREATE TABLE promotion_states (
  store text PRIMARY KEY REFERENCES admin_stores (id) ON DELETE CASCADE,
  revision bigint NOT NULL
)`,
  ],
}
