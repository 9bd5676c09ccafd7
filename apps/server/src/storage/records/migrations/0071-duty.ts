import type { RecordMigration } from './migration.ts'

const instant = 'timestamp(3) with time zone'

/**
 * Pages to the people on duty, and whom they called. The clock of a page has the page's id; a call belongs to the mark of a
 * clock at which it was made, so that nobody is called twice for the same.
 */
export const duty: RecordMigration = {
  id: '0071',
  name: 'duty',
  statements: [
    `CREATE TABLE duty_pages (
  store text NOT NULL REFERENCES admin_stores (id) ON DELETE CASCADE,
  id text NOT NULL,
  title text NOT NULL,
  details text NOT NULL,
  subject_kind text NOT NULL,
  subject_id text NOT NULL,
  raised_by text NOT NULL,
  raised_at ${instant} NOT NULL,
  acknowledged_by text,
  acknowledged_at ${instant},
  PRIMARY KEY (store, id)
)`,
    'CREATE INDEX duty_pages_order ON duty_pages (store, raised_at)',
    `CREATE TABLE duty_calls (
  store text NOT NULL,
  clock text NOT NULL,
  step text NOT NULL,
  round integer NOT NULL,
  mark text NOT NULL,
  person text NOT NULL,
  level text NOT NULL,
  called_at ${instant} NOT NULL,
  PRIMARY KEY (store, clock, step, round, mark, person),
  FOREIGN KEY (store, clock) REFERENCES clocks (store, id) ON DELETE CASCADE
)`,
  ],
}
