import type { RecordMigration } from './migration.ts'

/** People who were forgotten, under another hash than the facts had, and how long facts keep people. */
export const people: RecordMigration = {
  id: '0031',
  name: 'people',
  statements: [
    `CREATE TABLE forgotten_people (
  store text NOT NULL REFERENCES admin_stores (id) ON DELETE CASCADE,
  person text NOT NULL,
  forgotten_at timestamptz(3) NOT NULL,
  forgotten_by text NOT NULL,
  PRIMARY KEY (store, person)
)`,
    `CREATE TABLE retention_rules (
  store text NOT NULL REFERENCES admin_stores (id) ON DELETE CASCADE,
  fact_table text NOT NULL,
  days integer NOT NULL,
  PRIMARY KEY (store, fact_table)
)`,
  ],
}
