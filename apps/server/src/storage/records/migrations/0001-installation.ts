import type { RecordMigration } from './migration.ts'

export const installation: RecordMigration = {
  id: '0001',
  name: 'installation',
  statements: [
    `CREATE TABLE installation (
  key text PRIMARY KEY,
  value jsonb NOT NULL,
  changed_at timestamptz NOT NULL
)`,
  ],
}
