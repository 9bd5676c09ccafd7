import type { RecordMigration } from './migration.ts'

const instant = 'timestamp(3) with time zone'
const ofStore = 'store text NOT NULL REFERENCES admin_stores (id) ON DELETE CASCADE'

/**
 * Contingency plans that a shop adopted, with their versions; every time one ran; figures that only people report; drills in
 * the simulated market with their reports; and what was learnt. A plan runs once at a time.
 */
export const drills: RecordMigration = {
  id: '0099',
  name: 'drills',
  statements: [
    `CREATE TABLE contingency_plans (
  ${ofStore},
  id text NOT NULL,
  version integer NOT NULL,
  body jsonb NOT NULL,
  memory jsonb,
  evaluated_at ${instant},
  updated_by text NOT NULL,
  updated_at ${instant} NOT NULL,
  PRIMARY KEY (store, id)
)`,
    `CREATE TABLE contingency_plan_versions (
  store text NOT NULL,
  plan text NOT NULL,
  number integer NOT NULL,
  body jsonb NOT NULL,
  made_by text NOT NULL,
  made_at ${instant} NOT NULL,
  reason text NOT NULL,
  PRIMARY KEY (store, plan, number),
  FOREIGN KEY (store, plan) REFERENCES contingency_plans (store, id) ON DELETE CASCADE
)`,
    `CREATE TABLE contingency_runs (
  id bigserial PRIMARY KEY,
  ${ofStore},
  plan text NOT NULL,
  version integer NOT NULL,
  body jsonb NOT NULL,
  cause text NOT NULL,
  cause_key text NOT NULL,
  reason text NOT NULL,
  state text NOT NULL,
  started_at ${instant} NOT NULL,
  started_by text NOT NULL,
  ended_at ${instant},
  ended_by text,
  end_reason text NOT NULL,
  incident bigint,
  clock text,
  playbook_runs jsonb NOT NULL,
  steps jsonb NOT NULL,
  report jsonb,
  UNIQUE (store, plan, cause_key)
)`,
    `CREATE UNIQUE INDEX contingency_runs_running ON contingency_runs (store, plan) WHERE state = 'running'`,
    `CREATE TABLE plan_readings (
  ${ofStore},
  metric text NOT NULL,
  minute integer NOT NULL,
  value double precision NOT NULL,
  sample double precision NOT NULL,
  made_by text NOT NULL,
  PRIMARY KEY (store, metric, minute)
)`,
    `CREATE TABLE drills (
  id bigserial PRIMARY KEY,
  ${ofStore},
  plan text NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  seed text NOT NULL,
  scale double precision NOT NULL,
  day text NOT NULL,
  state text NOT NULL,
  progress double precision NOT NULL,
  score integer,
  passed boolean,
  campaign text,
  entry text,
  problem text,
  report jsonb,
  created_by text NOT NULL,
  created_at ${instant} NOT NULL,
  finished_at ${instant}
)`,
    'CREATE INDEX drills_time ON drills (store, created_at)',
    `CREATE TABLE drill_lessons (
  id bigserial PRIMARY KEY,
  ${ofStore},
  drill bigint NOT NULL REFERENCES drills (id) ON DELETE CASCADE,
  plan text NOT NULL,
  plan_zh text NOT NULL,
  plan_en text NOT NULL,
  code text NOT NULL,
  zh text NOT NULL,
  en text NOT NULL,
  at ${instant} NOT NULL,
  result text,
  closed_by text,
  closed_at ${instant}
)`,
  ],
}
