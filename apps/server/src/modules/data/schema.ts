import type { ImportJob, Mapping, RejectedRow } from '@zhanggui/contract'
import { bigint, boolean, date, integer, jsonb, pgTable, primaryKey, real, serial, text } from 'drizzle-orm/pg-core'
import { instant } from '../../storage/records/columns.ts'

const count = (name: string) => bigint(name, { mode: 'number' }).notNull()

/** A file of an import as it was asked for; enough to read it again after a crash. */
export type RequestedFile = { path: string; name: string; mapping: Mapping | null }

/** Something worth knowing that held nothing up. */
export type ImportWarning = { code: string; message: string; messageEn: string }

/** One row an import: what was asked, how far it is, what came of it. */
export const imports = pgTable('imports', {
  id: serial('id').primaryKey(),
  store: text('store').notNull(),
  state: text('state').$type<ImportJob['state']>().notNull(),
  request: jsonb('request').$type<RequestedFile[]>().notNull(),
  dryRun: boolean('dry_run').notNull(),
  source: text('source').notNull(),
  permissionBasis: text('permission_basis').notNull(),
  /** What was found out about the files and used, e.g. paidBasis. */
  options: jsonb('options').$type<Record<string, string>>().notNull(),
  /** Parts that are staged for good: where a broken import goes on. */
  partsDone: integer('parts_done').notNull(),
  rows: count('rows'),
  accepted: count('accepted'),
  updated: count('updated'),
  duplicates: count('duplicates'),
  rejected: count('rejected'),
  classified: jsonb('classified').$type<Record<string, number>>().notNull(),
  rejects: jsonb('rejects').$type<RejectedRow[]>().notNull(),
  warnings: jsonb('warnings').$type<ImportWarning[]>().notNull(),
  progress: real('progress').notNull(),
  fromDay: date('from_day', { mode: 'string' }),
  toDay: date('to_day', { mode: 'string' }),
  quarantine: text('quarantine'),
  error: jsonb('error').$type<NonNullable<ImportJob['error']>>(),
  createdBy: text('created_by').notNull(),
  createdAt: instant('created_at').notNull(),
  finishedAt: instant('finished_at'),
})

/** Provenance: each table that an import read. */
export const importFiles = pgTable(
  'import_files',
  {
    importId: integer('import_id').notNull(),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    sha256: text('sha256').notNull(),
    bytes: count('bytes'),
    format: text('format').notNull(),
    rows: count('rows'),
    mapping: jsonb('mapping').$type<Mapping>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.importId, table.position] })],
)

/** What a shop has said its columns mean, under the fingerprint of the headers. */
export const savedMappings = pgTable(
  'saved_mappings',
  {
    store: text('store').notNull(),
    fingerprint: text('fingerprint').notNull(),
    /** What people call it; null until somebody does. */
    name: text('name'),
    mapping: jsonb('mapping').$type<Mapping>().notNull(),
    updatedAt: instant('updated_at').notNull(),
    updatedBy: text('updated_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.fingerprint] })],
)
