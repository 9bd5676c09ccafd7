import type { RecordMigration } from './migration.ts'

const instant = 'timestamp(3) with time zone'
const ofPlan = `store text NOT NULL,
  plan text NOT NULL,`
const planKey = 'FOREIGN KEY (store, plan) REFERENCES plans (store, id) ON DELETE CASCADE'

/**
 * The ledger of a plan's budget, and what belongs to it: releases of the reserve, allowed exceptions, subsidies.
 * Postings, legs and moves are only ever added. A leg without a line is the plan itself (`line = ''`).
 */
export const budget: RecordMigration = {
  id: '0050',
  name: 'budget',
  statements: [
    `CREATE TABLE budget_postings (
  ${ofPlan}
  id text NOT NULL,
  sequence bigserial NOT NULL,
  kind text NOT NULL,
  line text NOT NULL,
  to_line text,
  amount_cents bigint NOT NULL,
  day date NOT NULL,
  from_state text,
  reference text NOT NULL,
  note text NOT NULL,
  overspend_reason text,
  posted_by text NOT NULL,
  posted_at ${instant} NOT NULL,
  PRIMARY KEY (store, plan, id),
  ${planKey}
)`,
    'CREATE INDEX budget_postings_order ON budget_postings (store, plan, sequence)',
    `CREATE TABLE budget_legs (
  ${ofPlan}
  posting text NOT NULL,
  position integer NOT NULL,
  line text NOT NULL,
  state text NOT NULL,
  amount_cents bigint NOT NULL,
  PRIMARY KEY (store, plan, posting, position),
  FOREIGN KEY (store, plan, posting) REFERENCES budget_postings (store, plan, id) ON DELETE CASCADE
)`,
    'CREATE INDEX budget_legs_line ON budget_legs (store, plan, line, state)',
    `CREATE TABLE budget_releases (
  ${ofPlan}
  id text NOT NULL,
  reserve_line text NOT NULL,
  to_line text NOT NULL,
  amount_cents bigint NOT NULL,
  day date NOT NULL,
  trigger text NOT NULL,
  evidence text NOT NULL,
  asked_by text NOT NULL,
  report text,
  reported_by text,
  reported_at ${instant},
  PRIMARY KEY (store, plan, id),
  ${planKey}
)`,
    `CREATE TABLE budget_overrides (
  ${ofPlan}
  rule text NOT NULL,
  line text NOT NULL,
  reason text NOT NULL,
  allowed_by text NOT NULL,
  allowed_at ${instant} NOT NULL,
  PRIMARY KEY (store, plan, rule, line),
  ${planKey}
)`,
    `CREATE TABLE budget_subsidies (
  ${ofPlan}
  id text NOT NULL,
  line text NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  value_cents bigint NOT NULL,
  per_units integer NOT NULL,
  valid_through_day date NOT NULL,
  expected_redemption_bp integer NOT NULL,
  created_by text NOT NULL,
  created_at ${instant} NOT NULL,
  PRIMARY KEY (store, plan, id),
  ${planKey}
)`,
    `CREATE TABLE budget_subsidy_moves (
  ${ofPlan}
  subsidy text NOT NULL,
  id text NOT NULL,
  sequence bigserial NOT NULL,
  kind text NOT NULL,
  units bigint NOT NULL,
  day date NOT NULL,
  moved_by text NOT NULL,
  moved_at ${instant} NOT NULL,
  PRIMARY KEY (store, plan, subsidy, id),
  FOREIGN KEY (store, plan, subsidy) REFERENCES budget_subsidies (store, plan, id) ON DELETE CASCADE
)`,
  ],
}
