import type { RecordMigration } from './migration.ts'

/** Names of the items that order cores know by number. */
export const trade: RecordMigration = {
  id: '0090',
  name: 'trade',
  statements: [
    `CREATE TABLE trade_items (
  store text NOT NULL REFERENCES admin_stores (id) ON DELETE CASCADE,
  number integer NOT NULL CHECK (number > 0),
  item text NOT NULL,
  title text NOT NULL,
  kind text NOT NULL,
  opened_by text NOT NULL,
  opened_at timestamptz(3) NOT NULL,
  PRIMARY KEY (store, number),
  UNIQUE (store, item)
)`,
  ],
}
