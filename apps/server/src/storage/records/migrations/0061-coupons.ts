import type { RecordMigration } from './migration.ts'

const instant = 'timestamp(3) with time zone'
const ofStore = 'store text NOT NULL REFERENCES admin_stores (id) ON DELETE CASCADE,'

/**
 * Coupons, orders that use promotions, points and prices that were proposed. Buyers stand here as the shop's keyed hash only, codes as a keyed
 * hash. Limits are columns that one conditional UPDATE both tests and changes, so that no two buyers take the last one.
 */
export const coupons: RecordMigration = {
  id: '0061',
  name: 'coupons',
  statements: [
    `CREATE TABLE coupon_batches (
  ${ofStore}
  id text NOT NULL,
  name text NOT NULL,
  promotion text NOT NULL,
  rule text NOT NULL,
  total bigint NOT NULL,
  per_buyer integer NOT NULL,
  claim_from ${instant} NOT NULL,
  claim_until ${instant} NOT NULL,
  early_access jsonb NOT NULL,
  valid_until ${instant},
  valid_days integer,
  face_cents bigint NOT NULL,
  subsidy jsonb,
  claimed bigint NOT NULL DEFAULT 0 CHECK (claimed <= total),
  created_by text NOT NULL,
  created_at ${instant} NOT NULL,
  PRIMARY KEY (store, id),
  FOREIGN KEY (store, promotion) REFERENCES promotions (store, id) ON DELETE CASCADE
)`,
    `CREATE TABLE coupon_holders (
  store text NOT NULL,
  batch text NOT NULL,
  buyer text NOT NULL,
  claimed integer NOT NULL,
  PRIMARY KEY (store, batch, buyer),
  FOREIGN KEY (store, batch) REFERENCES coupon_batches (store, id) ON DELETE CASCADE
)`,
    `CREATE TABLE coupons (
  store text NOT NULL,
  id text NOT NULL,
  batch text NOT NULL,
  rule text NOT NULL,
  buyer text NOT NULL,
  state text NOT NULL,
  claimed_at ${instant} NOT NULL,
  expires_at ${instant} NOT NULL,
  order_id text,
  cost_cents bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (store, id),
  FOREIGN KEY (store, batch) REFERENCES coupon_batches (store, id) ON DELETE CASCADE
)`,
    'CREATE INDEX coupons_batch ON coupons (store, batch, state)',
    'CREATE INDEX coupons_buyer ON coupons (store, buyer)',
    `CREATE TABLE coupon_codes (
  store text NOT NULL,
  hash text NOT NULL,
  batch text NOT NULL,
  uses_left integer NOT NULL CHECK (uses_left >= 0),
  PRIMARY KEY (store, hash),
  FOREIGN KEY (store, batch) REFERENCES coupon_batches (store, id) ON DELETE CASCADE
)`,
    `CREATE TABLE coupon_tries (
  ${ofStore}
  who text NOT NULL,
  wrong integer NOT NULL,
  since ${instant} NOT NULL,
  PRIMARY KEY (store, who)
)`,
    `CREATE TABLE promotion_orders (
  ${ofStore}
  id text NOT NULL,
  state text NOT NULL,
  buyer text,
  asked text NOT NULL,
  price jsonb NOT NULL,
  payable_cents bigint NOT NULL,
  points_used bigint NOT NULL,
  points_earned bigint NOT NULL,
  placed_at ${instant} NOT NULL,
  hold_until ${instant} NOT NULL,
  PRIMARY KEY (store, id)
)`,
    "CREATE INDEX promotion_orders_held ON promotion_orders (store, hold_until) WHERE state = 'locked'",
    'CREATE INDEX promotion_orders_buyer ON promotion_orders (store, buyer)',
    `CREATE TABLE promotion_uses (
  store text NOT NULL,
  order_id text NOT NULL,
  rule text NOT NULL,
  coupon text NOT NULL,
  promotion text NOT NULL,
  cost_cents bigint NOT NULL,
  units bigint NOT NULL,
  PRIMARY KEY (store, order_id, rule, coupon),
  FOREIGN KEY (store, order_id) REFERENCES promotion_orders (store, id) ON DELETE CASCADE
)`,
    `CREATE TABLE promotion_rule_buyers (
  ${ofStore}
  rule text NOT NULL,
  buyer text NOT NULL,
  times integer NOT NULL CHECK (times >= 0),
  units bigint NOT NULL CHECK (units >= 0),
  PRIMARY KEY (store, rule, buyer)
)`,
    `CREATE TABLE points_accounts (
  ${ofStore}
  buyer text NOT NULL,
  balance bigint NOT NULL,
  PRIMARY KEY (store, buyer)
)`,
    `CREATE TABLE points_moves (
  store text NOT NULL,
  buyer text NOT NULL,
  id text NOT NULL,
  sequence bigserial NOT NULL,
  kind text NOT NULL,
  points bigint NOT NULL,
  order_id text,
  expires_day date,
  day date NOT NULL,
  reason text NOT NULL,
  at ${instant} NOT NULL,
  PRIMARY KEY (store, buyer, id),
  FOREIGN KEY (store, buyer) REFERENCES points_accounts (store, buyer) ON DELETE CASCADE
)`,
    `CREATE TABLE price_proposals (
  ${ofStore}
  id text NOT NULL,
  sku text NOT NULL,
  title text NOT NULL,
  before_cents bigint,
  price_cents bigint NOT NULL,
  struck_cents bigint,
  effective_at ${instant} NOT NULL,
  reason text NOT NULL,
  effect jsonb NOT NULL,
  findings jsonb NOT NULL,
  request text,
  asked_by text NOT NULL,
  asked_at ${instant} NOT NULL,
  approved_by text,
  approved_at ${instant},
  PRIMARY KEY (store, id)
)`,
    'CREATE INDEX price_proposals_sku ON price_proposals (store, sku, effective_at)',
  ],
}
