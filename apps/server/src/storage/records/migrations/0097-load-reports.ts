import type { RecordMigration } from './migration.ts'

/** What load tests found, so that readiness and capacity plans rest on measurements. */
export const loadReports: RecordMigration = {
  id: '0097',
  name: 'load-reports',
  statements: [
    `CREATE TABLE load_reports (
  store text NOT NULL REFERENCES admin_stores (id) ON DELETE CASCADE,
  id text NOT NULL,
  started_at timestamp(3) with time zone NOT NULL,
  is_passed boolean NOT NULL,
  report jsonb NOT NULL,
  PRIMARY KEY (store, id)
)`,
    'CREATE INDEX load_reports_started ON load_reports (store, started_at)',
  ],
}
