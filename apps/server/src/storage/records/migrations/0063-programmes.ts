import type { RecordMigration } from './migration.ts'

const instant = 'timestamp(3) with time zone'

/**
 * Programmes with buyers and partners: what all cases share (`desk`), each case with its own state, what was commanded and
 * answered, what has to be carried out, and the double-entry ledger. Buyers stand here as the shop's keyed hash only, and nowhere
 * but in the columns named so.
 */
export const programmes: RecordMigration = {
  id: '0063',
  name: 'programmes',
  statements: [
    `CREATE TABLE programmes (
  store text NOT NULL REFERENCES admin_stores (id) ON DELETE CASCADE,
  id text NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  terms jsonb NOT NULL,
  desk jsonb NOT NULL,
  commitment text NOT NULL,
  request text,
  created_by text NOT NULL,
  created_at ${instant} NOT NULL,
  opened_by text,
  opened_at ${instant},
  closed_at ${instant},
  PRIMARY KEY (store, id)
)`,
    `CREATE TABLE programme_cases (
  store text NOT NULL,
  programme text NOT NULL,
  id text NOT NULL,
  number bigserial NOT NULL,
  buyer text NOT NULL,
  status text NOT NULL,
  state jsonb NOT NULL,
  due_day date,
  opened_at ${instant} NOT NULL,
  moved_at ${instant} NOT NULL,
  PRIMARY KEY (store, programme, id),
  FOREIGN KEY (store, programme) REFERENCES programmes (store, id) ON DELETE CASCADE
)`,
    'CREATE INDEX programme_cases_due ON programme_cases (store, programme, due_day) WHERE due_day IS NOT NULL',
    'CREATE INDEX programme_cases_buyer ON programme_cases (store, buyer)',
    'CREATE INDEX programme_cases_moved ON programme_cases (store, programme, moved_at DESC)',
    `CREATE TABLE programme_commands (
  store text NOT NULL,
  programme text NOT NULL,
  id text NOT NULL,
  case_id text,
  command text NOT NULL,
  answer jsonb NOT NULL,
  actor text NOT NULL,
  at ${instant} NOT NULL,
  PRIMARY KEY (store, programme, id),
  FOREIGN KEY (store, programme) REFERENCES programmes (store, id) ON DELETE CASCADE
)`,
    `CREATE TABLE programme_effects (
  store text NOT NULL,
  programme text NOT NULL,
  key text NOT NULL,
  number bigserial NOT NULL,
  case_id text NOT NULL,
  kind text NOT NULL,
  buyer text NOT NULL,
  facts jsonb NOT NULL,
  at ${instant} NOT NULL,
  done_by text,
  done_at ${instant},
  PRIMARY KEY (store, programme, key),
  FOREIGN KEY (store, programme, case_id) REFERENCES programme_cases (store, programme, id) ON DELETE CASCADE
)`,
    'CREATE INDEX programme_effects_open ON programme_effects (store, programme, number) WHERE done_at IS NULL',
    `CREATE TABLE programme_lines (
  store text NOT NULL,
  programme text NOT NULL,
  key text NOT NULL,
  line integer NOT NULL,
  number bigserial NOT NULL,
  case_id text NOT NULL,
  account text NOT NULL,
  cents bigint NOT NULL CHECK (cents <> 0),
  memo text NOT NULL,
  day date NOT NULL,
  at ${instant} NOT NULL,
  PRIMARY KEY (store, programme, key, line),
  FOREIGN KEY (store, programme) REFERENCES programmes (store, id) ON DELETE CASCADE
)`,
    'CREATE INDEX programme_lines_account ON programme_lines (store, programme, account, number)',
    `CREATE TABLE programme_payouts (
  store text NOT NULL,
  programme text NOT NULL,
  id text NOT NULL,
  account text NOT NULL,
  cents bigint NOT NULL CHECK (cents > 0),
  direction text NOT NULL,
  proof text NOT NULL,
  request text,
  asked_by text NOT NULL,
  asked_at ${instant} NOT NULL,
  booked_by text,
  booked_at ${instant},
  PRIMARY KEY (store, programme, id),
  FOREIGN KEY (store, programme) REFERENCES programmes (store, id) ON DELETE CASCADE
)`,
  ],
}
