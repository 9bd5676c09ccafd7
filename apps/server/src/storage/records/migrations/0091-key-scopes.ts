import type { RecordMigration } from './migration.ts'

/** A key opens one thing: events as before, or the order core. */
export const keyScopes: RecordMigration = {
  id: '0091',
  name: 'key scopes',
  statements: [`ALTER TABLE admin_event_keys ADD COLUMN scope text NOT NULL DEFAULT 'events:write'`],
}
