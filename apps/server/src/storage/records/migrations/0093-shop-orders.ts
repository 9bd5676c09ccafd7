import type { RecordMigration } from './migration.ts'

const instant = 'timestamp(3) with time zone'
const ofStore = 'store text NOT NULL REFERENCES admin_stores (id) ON DELETE CASCADE'
const ofOrder = 'FOREIGN KEY (store, order_id) REFERENCES shop_orders (store, id) ON DELETE CASCADE'

/**
 * Orders with their life, what happened to them, and what still has to happen outside because of it. Effects and the duty to write
 * facts are stored with the decision they follow from, so that a crash between the two loses neither.
 */
export const shopOrders: RecordMigration = {
  id: '0093',
  name: 'shop-orders',
  statements: [
    `CREATE TABLE shop_orders (
  ${ofStore},
  id text NOT NULL,
  version integer NOT NULL,
  stage text NOT NULL,
  buyer text,
  payable_cents bigint NOT NULL,
  life jsonb NOT NULL,
  goods jsonb NOT NULL,
  place jsonb NOT NULL,
  open_cases integer NOT NULL,
  placed_at ${instant} NOT NULL,
  due_at ${instant},
  promised_at ${instant},
  PRIMARY KEY (store, id)
)`,
    'CREATE INDEX shop_orders_placed ON shop_orders (store, placed_at)',
    'CREATE INDEX shop_orders_due ON shop_orders (due_at) WHERE due_at IS NOT NULL',
    "CREATE INDEX shop_orders_to_plan ON shop_orders (store, id) WHERE stage = 'paid'",
    `CREATE TABLE shop_order_events (
  store text NOT NULL,
  order_id text NOT NULL,
  number integer NOT NULL,
  at ${instant} NOT NULL,
  actor text NOT NULL,
  event jsonb NOT NULL,
  PRIMARY KEY (store, order_id, number),
  ${ofOrder}
)`,
    `CREATE TABLE shop_order_effects (
  store text NOT NULL,
  order_id text NOT NULL,
  n integer NOT NULL,
  effect jsonb NOT NULL,
  issued_at ${instant} NOT NULL,
  tries integer NOT NULL,
  next_at ${instant} NOT NULL,
  last_error text,
  PRIMARY KEY (store, order_id, n),
  ${ofOrder}
)`,
    'CREATE INDEX shop_order_effects_next ON shop_order_effects (next_at)',
    `CREATE TABLE shop_order_facts_due (
  store text NOT NULL,
  order_id text NOT NULL,
  version integer NOT NULL,
  PRIMARY KEY (store, order_id),
  ${ofOrder}
)`,
  ],
}
