import type { RecordMigration } from './migration.ts'

const instant = 'timestamp(3) with time zone'

/**
 * What people make of reports. A report itself is made anew each time; an edition is one that was kept as it stood (the pack of a
 * Monday), with the days that a later report is held against. Notes are comments and decisions. Reuses count how often a case of the
 * archive was taken up.
 */
export const reports: RecordMigration = {
  id: '0110',
  name: 'reports',
  statements: [
    `CREATE TABLE report_editions (
  store text NOT NULL REFERENCES admin_stores (id) ON DELETE CASCADE,
  report text NOT NULL,
  period text NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  language text NOT NULL,
  document jsonb NOT NULL,
  days jsonb NOT NULL,
  made_by text NOT NULL,
  made_at ${instant} NOT NULL,
  PRIMARY KEY (store, report, period, number)
)`,
    `CREATE TABLE report_notes (
  id bigserial PRIMARY KEY,
  store text NOT NULL REFERENCES admin_stores (id) ON DELETE CASCADE,
  report text NOT NULL,
  period text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('comment', 'decision')),
  chapter text,
  text text NOT NULL,
  owner text,
  due_day date,
  campaign text,
  task text,
  done_at ${instant},
  done_by text,
  made_by text NOT NULL,
  made_at ${instant} NOT NULL
)`,
    'CREATE INDEX report_notes_of ON report_notes (store, report, period)',
    `CREATE TABLE report_schedules (
  store text NOT NULL REFERENCES admin_stores (id) ON DELETE CASCADE,
  report text NOT NULL,
  enabled boolean NOT NULL,
  minute_of_day integer NOT NULL CHECK (minute_of_day BETWEEN 0 AND 1439),
  language text NOT NULL,
  channels jsonb NOT NULL,
  last_period text,
  last_sent_at ${instant},
  PRIMARY KEY (store, report)
)`,
    `CREATE TABLE archive_reuses (
  store text NOT NULL REFERENCES admin_stores (id) ON DELETE CASCADE,
  source text NOT NULL,
  id text NOT NULL,
  campaign text NOT NULL,
  made_by text NOT NULL,
  made_at ${instant} NOT NULL,
  PRIMARY KEY (store, source, id, campaign)
)`,
  ],
}
