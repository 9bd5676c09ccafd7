import type { LevelOutcome } from '@zhanggui/campaigns'
import { date, doublePrecision, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from '../../../storage/records/columns.ts'

const day = (name: string) => date(name, { mode: 'string' })

/** What came of a service level in a period; one row for each, rewritten when late data changes it. */
export const partnerVerdicts = pgTable(
  'partner_verdicts',
  {
    store: text('store').notNull(),
    level: text('level').notNull(),
    periodFrom: day('period_from').notNull(),
    periodTo: day('period_to').notNull(),
    outcome: text('outcome').$type<LevelOutcome>().notNull(),
    value: doublePrecision('value'),
    sample: doublePrecision('sample').notNull(),
    target: doublePrecision('target').notNull(),
    judgedAt: instant('judged_at').notNull(),
    cause: text('cause'),
    remedy: text('remedy'),
    remedyDay: day('remedy_day'),
    answeredBy: text('answered_by'),
    answeredAt: instant('answered_at'),
  },
  (table) => [primaryKey({ columns: [table.store, table.level, table.periodFrom] })],
)

export type VerdictRow = typeof partnerVerdicts.$inferSelect
