import type { RecordMigration } from './migration.ts'

/** Rules that orders were bought under, once under the hash of what they say. Orders of before keep their rules with themselves. */
export const ruleSets: RecordMigration = {
  id: '0131',
  name: 'rule-sets',
  statements: [
    `CREATE TABLE promotion_rule_sets (
  store text NOT NULL,
  hash text NOT NULL,
  rules jsonb NOT NULL,
  PRIMARY KEY (store, hash)
)`,
  ],
}
