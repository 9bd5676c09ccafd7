import {
  type ProposedChange,
  proposedChanges,
  type SurveyAnswer,
  type SurveyQuestion,
  summariseQuestion,
} from '@zhanggui/analysis'
import type { Survey, SurveyChange, SurveyList } from '@zhanggui/contract'
import { issueKindOf, mergeIssues } from '@zhanggui/text'
import { count, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import {
  readAnswers,
  readChanges,
  readQuestions,
  readSurveyHeads,
  requireSurvey,
  type SurveyKey,
} from './read-survey-rows.ts'
import { type AnswerRow, type ChangeRow, surveyAnswers, surveyChanges } from './schema.ts'

/** Own words shown of a question, the latest first. */
const QUOTES_MAX = 12

/** Every survey with how many answered and how many changes of next year came of it. */
export async function listSurveys(context: Context, store: string): Promise<SurveyList> {
  const { db } = context.records
  const countBy = async (table: typeof surveyAnswers | typeof surveyChanges): Promise<Map<string, number>> => {
    const rows = await db
      .select({ survey: table.survey, n: count() })
      .from(table)
      .where(eq(table.store, store))
      .groupBy(table.survey)
    return new Map(rows.map(({ survey, n }) => [survey, n]))
  }
  const [heads, answers, changes] = [
    await readSurveyHeads(context, store),
    await countBy(surveyAnswers),
    await countBy(surveyChanges),
  ]
  const surveys = heads.map((head) => ({
    ...head,
    answers: answers.get(head.code) ?? 0,
    changes: changes.get(head.code) ?? 0,
  }))
  return { surveys }
}

const textReply = ({ replies }: AnswerRow, question: number): string => {
  const reply = replies[question]
  return typeof reply === 'string' ? reply : ''
}

/** What people wrote in their own words: complaints of the known kinds, and the latest voices. */
function wordsOf(
  question: SurveyQuestion,
  rows: readonly AnswerRow[],
): Pick<Survey['questions'][number], 'issues' | 'quotes'> {
  if (question.kind !== 'text') return { issues: [], quotes: [] }
  const said = rows.filter((row) => textReply(row, question.number) !== '')
  const issues = mergeIssues(
    said.map((row) => ({
      source: 'survey' as const,
      text: textReply(row, question.number),
      person: row.respondent,
      item: '',
      day: row.day,
      weightCents: 0,
    })),
  )
  return {
    issues: issues.map(({ id, nameZh, nameEn }) => ({
      id,
      nameZh,
      nameEn,
      answers: said
        .filter((row) => issueKindOf(textReply(row, question.number))?.id === id)
        .map(({ number }) => number),
    })),
    quotes: said
      .slice(-QUOTES_MAX)
      .reverse()
      .map((row) => ({ answer: row.number, text: textReply(row, question.number) })),
  }
}

const isPlanned = (change: ProposedChange, planned: readonly ChangeRow[]): boolean =>
  planned.some(({ question, option }) => question === change.question && option === change.option)

export const presentChange = ({
  number,
  text,
  area,
  priority,
  question,
  option,
  cites,
  madeAt,
}: ChangeRow): SurveyChange => ({
  number,
  text,
  area,
  priority,
  question,
  option,
  cites,
  madeAt: madeAt.toISOString(),
})

/**
 * A survey with what was answered to each question, the changes that it asks for, and those that were planned; each names its answers.
 * Errors: throws `not_found`.
 */
export async function readSurvey(context: Context, key: SurveyKey): Promise<Survey> {
  const head = await requireSurvey(context, key)
  const questions = await readQuestions(context, key)
  const rows = await readAnswers(context.records.db, key)
  const planned = await readChanges(context.records.db, key)
  const answers: SurveyAnswer[] = rows.map(({ number, replies }) => ({ number, replies }))
  return {
    ...head,
    answers: rows.length,
    questions: questions.map((question) => {
      const { answers: given, options, mean } = summariseQuestion(question, answers)
      return {
        ...question,
        options: options.map(({ option, answers: those, share }) => ({ option, answers: [...those], share })),
        answered: given.length,
        mean,
        ...wordsOf(question, rows),
      }
    }),
    proposed: proposedChanges(questions, answers)
      .filter((change) => !isPlanned(change, planned))
      .map((change) => ({ ...change, cites: [...change.cites] })),
    changes: planned.map(presentChange),
  }
}
