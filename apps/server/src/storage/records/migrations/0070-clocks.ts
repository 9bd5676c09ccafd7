import type { RecordMigration } from './migration.ts'

const instant = 'timestamp(3) with time zone'
const ofClock = `store text NOT NULL,
  clock text NOT NULL,`
const clockKey = 'FOREIGN KEY (store, clock) REFERENCES clocks (store, id) ON DELETE CASCADE'
const runOfStep = `step text NOT NULL,
  round integer NOT NULL,
  mark text NOT NULL,`

/**
 * Running deadlines. `clock_events` are only ever added and everything is worked out from them; `next_at` is the first instant
 * at which a mark is reached, so that the server's look each second touches nothing else. A mark that was passed is a row, and
 * its key keeps it single: across a restart, and when two processes look at once.
 */
export const clocks: RecordMigration = {
  id: '0070',
  name: 'clocks',
  statements: [
    `CREATE TABLE clocks (
  store text NOT NULL REFERENCES admin_stores (id) ON DELETE CASCADE,
  id text NOT NULL,
  ladder text NOT NULL,
  subject_kind text NOT NULL,
  subject_id text NOT NULL,
  title text NOT NULL,
  owner text,
  policy jsonb NOT NULL,
  policy_hash text NOT NULL,
  started_at ${instant} NOT NULL,
  started_by text NOT NULL,
  state text NOT NULL,
  next_at ${instant},
  settled_at ${instant},
  PRIMARY KEY (store, id),
  UNIQUE (store, subject_kind, subject_id, ladder)
)`,
    'CREATE INDEX clocks_next ON clocks (next_at) WHERE next_at IS NOT NULL',
    'CREATE INDEX clocks_open ON clocks (store, started_at) WHERE settled_at IS NULL',
    `CREATE TABLE clock_events (
  ${ofClock}
  id text NOT NULL,
  sequence bigserial NOT NULL,
  kind text NOT NULL,
  at ${instant} NOT NULL,
  body jsonb NOT NULL,
  note text NOT NULL,
  entered_by text NOT NULL,
  entered_at ${instant} NOT NULL,
  PRIMARY KEY (store, clock, id),
  ${clockKey}
)`,
    `CREATE TABLE clock_marks (
  ${ofClock}
  ${runOfStep}
  at ${instant} NOT NULL,
  noticed_at ${instant} NOT NULL,
  withdrawn_at ${instant},
  handed_at ${instant},
  hand_after ${instant} NOT NULL,
  PRIMARY KEY (store, clock, step, round, mark),
  ${clockKey}
)`,
    'CREATE INDEX clock_marks_waiting ON clock_marks (hand_after) WHERE handed_at IS NULL',
  ],
}
