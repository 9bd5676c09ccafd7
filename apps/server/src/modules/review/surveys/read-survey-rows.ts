import type { SurveyQuestion } from '@zhanggui/analysis'
import { and, asc, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { RecordDb, RecordTx } from '../../../storage/records/record-store.ts'
import { readAllRows } from '../../admin/resources/read-all-rows.ts'
import { type AnswerRow, type ChangeRow, surveyAnswers, surveyChanges } from './schema.ts'
import { SURVEY_QUESTIONS, SURVEYS } from './surveys.ts'

/** Which survey of which shop. */
export type SurveyKey = { store: string; survey: string }

/** A survey as its record says it. */
export type SurveyHead = {
  code: string
  name: string
  year: number
  invited: number | null
  closesDay: string | null
  isOpen: boolean
}

/** Every survey of a shop, the newest year first. */
export async function readSurveyHeads(context: Context, store: string): Promise<SurveyHead[]> {
  const rows = await readAllRows(context, SURVEYS, store)
  return rows
    .map(({ data, state }) => ({
      code: String(data.code),
      name: String(data.name),
      year: Number(data.year),
      invited: typeof data.invited === 'number' ? data.invited : null,
      closesDay: typeof data.closesDay === 'string' ? data.closesDay : null,
      isOpen: state === 'open',
    }))
    .toSorted((a, b) => b.year - a.year || a.code.localeCompare(b.code))
}

/** Errors: throws `not_found`. */
export async function requireSurvey(context: Context, { store, survey }: SurveyKey): Promise<SurveyHead> {
  const found = (await readSurveyHeads(context, store)).find(({ code }) => code === survey)
  if (!found) throw new ApiFailure('not_found', { what: `surveys/${survey}` })
  return found
}

const optionsOf = (text: unknown): string[] =>
  typeof text !== 'string' ? [] : [...new Set(text.split(/[\n|｜]/).map((option) => option.trim()))].filter(Boolean)

/** The questions of a survey in their order. */
export async function readQuestions(context: Context, { store, survey }: SurveyKey): Promise<SurveyQuestion[]> {
  const rows = await readAllRows(context, SURVEY_QUESTIONS, store)
  return rows
    .filter(({ data, state }) => data.survey === survey && state === 'current')
    .map(({ data }) => ({
      number: Number(data.number),
      text: String(data.text),
      kind: data.kind as SurveyQuestion['kind'],
      options: optionsOf(data.options),
      area: data.area as SurveyQuestion['area'],
      isAboutImprovement: data.improves === true,
      goal: typeof data.goal === 'number' ? data.goal : null,
    }))
    .toSorted((a, b) => a.number - b.number)
}

/** Answers in the order of their numbers. */
export const readAnswers = (db: RecordDb | RecordTx, { store, survey }: SurveyKey): Promise<AnswerRow[]> =>
  db
    .select()
    .from(surveyAnswers)
    .where(and(eq(surveyAnswers.store, store), eq(surveyAnswers.survey, survey)))
    .orderBy(asc(surveyAnswers.number))

/** Changes in the order in which they were planned. */
export const readChanges = (db: RecordDb | RecordTx, { store, survey }: SurveyKey): Promise<ChangeRow[]> =>
  db
    .select()
    .from(surveyChanges)
    .where(and(eq(surveyChanges.store, store), eq(surveyChanges.survey, survey)))
    .orderBy(asc(surveyChanges.number))
