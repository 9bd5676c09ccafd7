import { bigint, bigserial, date, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from '../../../storage/records/columns.ts'

const businessDay = (name: string) => date(name, { mode: 'string' })
const ofProgramme = { store: text('store').notNull(), programme: text('programme').notNull() }

/** `desk`: what all cases share; only the programme's own engine reads it. */
export const programmes = pgTable(
  'programmes',
  {
    store: text('store').notNull(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    kind: text('kind').notNull(),
    terms: jsonb('terms').$type<Record<string, unknown>>().notNull(),
    desk: jsonb('desk').$type<unknown>().notNull(),
    commitment: text('commitment').notNull(),
    request: text('request'),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    openedBy: text('opened_by'),
    openedAt: instant('opened_at'),
    closedAt: instant('closed_at'),
  },
  (table) => [primaryKey({ columns: [table.store, table.id] })],
)

export const programmeCases = pgTable(
  'programme_cases',
  {
    ...ofProgramme,
    id: text('id').notNull(),
    number: bigserial('number', { mode: 'number' }),
    buyer: text('buyer').notNull(),
    status: text('status').notNull(),
    state: jsonb('state').$type<unknown>().notNull(),
    dueDay: businessDay('due_day'),
    openedAt: instant('opened_at').notNull(),
    movedAt: instant('moved_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.programme, table.id] })],
)

/** What was commanded, with the answer that was given: the same id again gets it again. */
export const programmeCommands = pgTable(
  'programme_commands',
  {
    ...ofProgramme,
    id: text('id').notNull(),
    caseId: text('case_id'),
    command: text('command').notNull(),
    answer: jsonb('answer').$type<unknown>().notNull(),
    actor: text('actor').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.programme, table.id] })],
)

/** What has to be carried out, each key once. */
export const programmeEffects = pgTable(
  'programme_effects',
  {
    ...ofProgramme,
    key: text('key').notNull(),
    number: bigserial('number', { mode: 'number' }),
    caseId: text('case_id').notNull(),
    kind: text('kind').notNull(),
    buyer: text('buyer').notNull(),
    facts: jsonb('facts').$type<Record<string, unknown>>().notNull(),
    at: instant('at').notNull(),
    doneBy: text('done_by'),
    doneAt: instant('done_at'),
  },
  (table) => [primaryKey({ columns: [table.store, table.programme, table.key] })],
)

/** Lines of entries, only ever added. Debits positive; the lines of one key come to nothing. */
export const programmeLines = pgTable(
  'programme_lines',
  {
    ...ofProgramme,
    key: text('key').notNull(),
    line: integer('line').notNull(),
    number: bigserial('number', { mode: 'number' }),
    caseId: text('case_id').notNull(),
    account: text('account').notNull(),
    cents: bigint('cents', { mode: 'number' }).notNull(),
    memo: text('memo').notNull(),
    day: businessDay('day').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.programme, table.key, table.line] })],
)

export const programmePayouts = pgTable(
  'programme_payouts',
  {
    ...ofProgramme,
    id: text('id').notNull(),
    account: text('account').notNull(),
    cents: bigint('cents', { mode: 'number' }).notNull(),
    direction: text('direction').$type<'paid' | 'received'>().notNull(),
    proof: text('proof').notNull(),
    request: text('request'),
    askedBy: text('asked_by').notNull(),
    askedAt: instant('asked_at').notNull(),
    bookedBy: text('booked_by'),
    bookedAt: instant('booked_at'),
  },
  (table) => [primaryKey({ columns: [table.store, table.programme, table.id] })],
)

export type ProgrammeRow = typeof programmes.$inferSelect
export type CaseRow = typeof programmeCases.$inferSelect
export type EffectRow = typeof programmeEffects.$inferSelect
export type LineRow = typeof programmeLines.$inferSelect
export type PayoutRow = typeof programmePayouts.$inferSelect
