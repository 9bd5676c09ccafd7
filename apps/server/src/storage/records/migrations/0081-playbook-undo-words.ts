import type { RecordMigration } from './migration.ts'

/** Who said that a run of a playbook is to be undone, where it takes two. A table of its own: runs are made by a later migration. */
export const playbookUndoWords: RecordMigration = {
  id: '0081',
  name: 'playbook-undo-words',
  statements: [
    `CREATE TABLE playbook_undo_words (
  run bigint NOT NULL,
  actor text NOT NULL,
  at timestamptz(3) NOT NULL,
  PRIMARY KEY (run, actor)
)`,
  ],
}
