import type { RecordMigration } from './migration.ts'

/** Imports with their files and what was refused, and the mappings that a shop has confirmed. */
export const data: RecordMigration = {
  id: '0020',
  name: 'data',
  statements: [
    `CREATE TABLE imports (
  id serial PRIMARY KEY,
  store text NOT NULL,
  state text NOT NULL,
  request jsonb NOT NULL,
  dry_run boolean NOT NULL,
  source text NOT NULL,
  permission_basis text NOT NULL,
  options jsonb NOT NULL,
  parts_done integer NOT NULL,
  rows bigint NOT NULL,
  accepted bigint NOT NULL,
  updated bigint NOT NULL,
  duplicates bigint NOT NULL,
  rejected bigint NOT NULL,
  classified jsonb NOT NULL,
  rejects jsonb NOT NULL,
  warnings jsonb NOT NULL,
  progress real NOT NULL,
  from_day date,
  to_day date,
  quarantine text,
  error jsonb,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  finished_at timestamptz
)`,
    'CREATE INDEX imports_store ON imports (store, id DESC)',
    `CREATE TABLE import_files (
  import_id integer NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  position integer NOT NULL,
  name text NOT NULL,
  sha256 text NOT NULL,
  bytes bigint NOT NULL,
  format text NOT NULL,
  rows bigint NOT NULL,
  mapping jsonb NOT NULL,
  PRIMARY KEY (import_id, position)
)`,
    'CREATE INDEX import_files_hash ON import_files (sha256)',
    `CREATE TABLE saved_mappings (
  store text NOT NULL,
  fingerprint text NOT NULL,
  mapping jsonb NOT NULL,
  updated_at timestamptz NOT NULL,
  updated_by text NOT NULL,
  PRIMARY KEY (store, fingerprint)
)`,
  ],
}
