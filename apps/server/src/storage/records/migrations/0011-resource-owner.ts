import type { RecordMigration } from './migration.ts'

/** Personal resources (saved views) belong to the person who made them; the key is then unique for that person. */
export const resourceOwner: RecordMigration = {
  id: '0011',
  name: 'resource-owner',
  statements: [
    `ALTER TABLE admin_resources ADD COLUMN owner text NOT NULL DEFAULT ''`,
    `DROP INDEX admin_resources_key`,
    `CREATE UNIQUE INDEX admin_resources_key ON admin_resources (store, resource, owner, key_text) WHERE deleted_at IS NULL`,
  ],
}
