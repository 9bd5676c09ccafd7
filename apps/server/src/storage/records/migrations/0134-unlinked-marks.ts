import type { RecordMigration } from './migration.ts'

/** Marks that somebody took off an account; a row without a buyer takes the mark off everybody. Nobody is off anything yet. */
export const unlinkedMarks: RecordMigration = {
  id: '0134',
  name: 'unlinked-marks',
  statements: [
    'ALTER TABLE person_marks ADD COLUMN unlinked_at timestamp(3) with time zone',
    'ALTER TABLE person_marks ADD COLUMN unlinked_by text',
    'ALTER TABLE person_marks ADD COLUMN unlink_reason text',
    'CREATE INDEX person_marks_unlinked ON person_marks (store, unlinked_at) WHERE unlinked_at IS NOT NULL',
  ],
}
