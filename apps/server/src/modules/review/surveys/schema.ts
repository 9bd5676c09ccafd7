import type { ChangeArea, Reply } from '@zhanggui/analysis'
import { date, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from '../../../storage/records/columns.ts'

const ofSurvey = { store: text('store').notNull(), survey: text('survey').notNull() }
const byWhom = { madeBy: text('made_by').notNull(), madeAt: instant('made_at').notNull() }

/** Who gave an answer: `p:` and the shop's keyed hash of the person, or `r:` and a hash of the row of a survey without names. */
export const surveyAnswers = pgTable(
  'review_survey_answers',
  {
    ...ofSurvey,
    number: integer('number').notNull(),
    respondent: text('respondent').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    replies: jsonb('replies').$type<Record<number, Reply>>().notNull(),
    ...byWhom,
  },
  (table) => [primaryKey({ columns: [table.store, table.survey, table.number] })],
)

/** A change of next year's plan with the answers that ask for it. */
export const surveyChanges = pgTable(
  'review_survey_changes',
  {
    ...ofSurvey,
    number: integer('number').notNull(),
    text: text('text').notNull(),
    area: text('area').$type<ChangeArea>().notNull(),
    priority: text('priority').$type<'high' | 'middle' | 'low'>().notNull(),
    question: integer('question').notNull(),
    option: text('option'),
    cites: jsonb('cites').$type<number[]>().notNull(),
    ...byWhom,
  },
  (table) => [primaryKey({ columns: [table.store, table.survey, table.number] })],
)

export type AnswerRow = typeof surveyAnswers.$inferSelect
export type ChangeRow = typeof surveyChanges.$inferSelect
