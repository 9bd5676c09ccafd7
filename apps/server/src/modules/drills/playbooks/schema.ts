import type { PlaybookBody } from '@zhanggui/contract'
import type { Change, ConditionMemory, Tell, Value } from '@zhanggui/playbooks'
import {
  bigint,
  bigserial,
  boolean,
  doublePrecision,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core'
import { instant, store } from '../../../storage/records/columns.ts'
import { newestVersion, versionTable } from '../../admin/versioned/version-columns.ts'

export type Words = { zh: string; en: string }
export type RunState = 'shadow' | 'held' | 'waiting' | 'applied' | 'refused' | 'expired' | 'failed' | 'undone'

export const playbooks = pgTable(
  'playbooks',
  {
    ...newestVersion<PlaybookBody>(),
    enabled: boolean('enabled').notNull(),
    fromLibrary: boolean('from_library').notNull(),
    /** What the next evaluation of its condition needs to know of the last. */
    memory: jsonb('memory').$type<ConditionMemory>(),
    evaluatedAt: instant('evaluated_at'),
    problem: jsonb('problem').$type<Words>(),
  },
  (table) => [primaryKey({ columns: [table.store, table.id] })],
)

export const playbookVersions = versionTable<PlaybookBody>('playbook_versions', 'playbook')

/** One time that a playbook was set off. `causeKey` names what did it: the same cause makes one run. */
export const playbookRuns = pgTable('playbook_runs', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  store: store(),
  playbook: text('playbook').notNull(),
  version: integer('version').notNull(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  causeKey: text('cause_key').notNull(),
  at: instant('at').notNull(),
  state: text('state').$type<RunState>().notNull(),
  tags: jsonb('tags').$type<Record<string, string>>().notNull(),
  value: doublePrecision('value'),
  reason: jsonb('reason').$type<Words>(),
  /** The receipt: what was written, from which the undo is made. */
  changes: jsonb('changes').$type<Change[]>().notNull(),
  tells: jsonb('tells').$type<Tell[]>().notNull(),
  /** What it tells has gone out. */
  told: boolean('told').notNull(),
  cannot: jsonb('cannot').$type<Words[]>().notNull(),
  people: integer('people').notNull(),
  agreedBy: jsonb('agreed_by').$type<string[]>().notNull(),
  expiresAt: instant('expires_at'),
  decidedAt: instant('decided_at'),
  decidedBy: text('decided_by'),
  undoneAt: instant('undone_at'),
  undoneBy: text('undone_by'),
})

/** Who said that a run is to be undone; as many are needed as the run needed. */
export const playbookUndoWords = pgTable(
  'playbook_undo_words',
  {
    run: bigint('run', { mode: 'number' }).notNull(),
    actor: text('actor').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.run, table.actor] })],
)

export const playbookEvents = pgTable(
  'playbook_events',
  {
    store: store(),
    id: text('id').notNull(),
    event: text('event').notNull(),
    at: instant('at').notNull(),
    runs: jsonb('runs').$type<number[]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.id] })],
)

/** What a thing outside is wanted to be. */
export const playbookLevers = pgTable(
  'playbook_levers',
  {
    store: store(),
    type: text('type').notNull(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    fields: jsonb('fields').$type<Record<string, Value>>().notNull(),
    version: integer('version').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.type, table.id] })],
)

export const playbookPauses = pgTable('playbook_pauses', {
  store: text('store').primaryKey(),
  pausedBy: text('paused_by').notNull(),
  at: instant('at').notNull(),
})

export type PlaybookRow = typeof playbooks.$inferSelect
export type RunRow = typeof playbookRuns.$inferSelect
export type LeverRow = typeof playbookLevers.$inferSelect
