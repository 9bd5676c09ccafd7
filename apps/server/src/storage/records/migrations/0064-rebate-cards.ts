import type { RecordMigration } from './migration.ts'

/** Rebate cards of orders: earned with the payment, issued once goods cannot come back, revoked with the goods. */
export const rebateCards: RecordMigration = {
  id: '0064',
  name: 'rebate-cards',
  statements: [
    `CREATE TABLE promotion_cards (
  store text NOT NULL,
  order_id text NOT NULL,
  rule text NOT NULL,
  buyer text,
  earned_cents bigint NOT NULL CHECK (earned_cents > 0),
  revoked_cents bigint NOT NULL DEFAULT 0 CHECK (revoked_cents BETWEEN 0 AND earned_cents),
  issued_cents bigint NOT NULL DEFAULT 0 CHECK (issued_cents BETWEEN 0 AND earned_cents),
  after_days integer NOT NULL,
  received_day date,
  issued_at timestamp(3) with time zone,
  PRIMARY KEY (store, order_id, rule),
  FOREIGN KEY (store, order_id) REFERENCES promotion_orders (store, id) ON DELETE CASCADE
)`,
    'CREATE INDEX promotion_cards_waiting ON promotion_cards (store, received_day) WHERE issued_at IS NULL',
  ],
}
