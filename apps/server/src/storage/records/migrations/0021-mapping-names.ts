import type { RecordMigration } from './migration.ts'

/** A name that people gave to a saved mapping; a file with its headers keeps it. */
export const mappingNames: RecordMigration = {
  id: '0021',
  name: 'mapping-names',
  statements: ['ALTER TABLE saved_mappings ADD COLUMN name text'],
}
