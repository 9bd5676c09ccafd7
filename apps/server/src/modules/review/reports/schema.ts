import type { PlanDocument } from '@zhanggui/contract'
import { bigserial, boolean, date, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from '../../../storage/records/columns.ts'

const ofReport = { store: text('store').notNull(), report: text('report').notNull(), period: text('period').notNull() }
const byWhom = { madeBy: text('made_by').notNull(), madeAt: instant('made_at').notNull() }

/** A day's paid amount as an edition said it, in minor units. */
export type EditionDay = { day: string; paidCents: number }

export const reportEditions = pgTable(
  'report_editions',
  {
    ...ofReport,
    number: integer('number').notNull(),
    language: text('language').$type<'zh' | 'en'>().notNull(),
    document: jsonb('document').$type<PlanDocument>().notNull(),
    days: jsonb('days').$type<EditionDay[]>().notNull(),
    ...byWhom,
  },
  (table) => [primaryKey({ columns: [table.store, table.report, table.period, table.number] })],
)

export const reportNotes = pgTable('report_notes', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  ...ofReport,
  kind: text('kind').$type<'comment' | 'decision'>().notNull(),
  chapter: text('chapter'),
  text: text('text').notNull(),
  owner: text('owner'),
  dueDay: date('due_day', { mode: 'string' }),
  campaign: text('campaign'),
  task: text('task'),
  doneAt: instant('done_at'),
  doneBy: text('done_by'),
  ...byWhom,
})

export const reportSchedules = pgTable(
  'report_schedules',
  {
    store: text('store').notNull(),
    report: text('report').notNull(),
    enabled: boolean('enabled').notNull(),
    minuteOfDay: integer('minute_of_day').notNull(),
    language: text('language').$type<'zh' | 'en'>().notNull(),
    channels: jsonb('channels').$type<string[]>().notNull(),
    lastPeriod: text('last_period'),
    lastSentAt: instant('last_sent_at'),
  },
  (table) => [primaryKey({ columns: [table.store, table.report] })],
)

export type EditionRow = typeof reportEditions.$inferSelect
export type NoteRow = typeof reportNotes.$inferSelect
export type ScheduleRow = typeof reportSchedules.$inferSelect
