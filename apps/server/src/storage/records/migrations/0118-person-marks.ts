import type { RecordMigration } from './migration.ts'

/** What accounts of one person have in common (a device, an address, a way to pay), as keyed hashes; nothing else of it is kept. */
export const personMarks: RecordMigration = {
  id: '0118',
  name: 'person-marks',
  statements: [
    `CREATE TABLE person_marks (
  store text NOT NULL,
  kind text NOT NULL,
  mark text NOT NULL,
  buyer text NOT NULL,
  seen_at timestamp(3) with time zone NOT NULL,
  PRIMARY KEY (store, kind, mark, buyer)
)`,
    'CREATE INDEX person_marks_buyer ON person_marks (store, buyer)',
    'CREATE INDEX person_marks_age ON person_marks (store, seen_at)',
  ],
}
