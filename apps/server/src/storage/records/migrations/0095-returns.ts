import type { RecordMigration } from './migration.ts'

/**
 * Returns of orders that use promotions: what was asked and what it did, one after the other. The request is kept, not only its
 * outcome: an order's standing is worked out from all of them anew, so that no two numbers can drift apart.
 */
export const returns: RecordMigration = {
  id: '0095',
  name: 'returns',
  statements: [
    `ALTER TABLE promotion_orders
  ADD COLUMN policy text,
  ADD COLUMN deposit_cents bigint NOT NULL DEFAULT 0,
  ADD COLUMN refunded_cents bigint NOT NULL DEFAULT 0`,
    `CREATE TABLE promotion_returns (
  store text NOT NULL,
  order_id text NOT NULL,
  id text NOT NULL,
  number integer NOT NULL,
  asked text NOT NULL,
  request jsonb NOT NULL,
  answer jsonb NOT NULL,
  refund_cents bigint NOT NULL CHECK (refund_cents >= 0),
  made_at timestamp(3) with time zone NOT NULL,
  PRIMARY KEY (store, order_id, id),
  UNIQUE (store, order_id, number),
  FOREIGN KEY (store, order_id) REFERENCES promotion_orders (store, id) ON DELETE CASCADE
)`,
    'DROP INDEX promotion_orders_held',
    "CREATE INDEX promotion_orders_held ON promotion_orders (hold_until) WHERE state IN ('locked', 'deposit')",
    'CREATE INDEX promotion_orders_placed ON promotion_orders (store, placed_at)',
  ],
}
