import type { SurveyQuestion } from '@zhanggui/analysis'
import { PlanSurveyChange, type SurveyChange } from '@zhanggui/contract'
import { and, eq, max } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { presentChange } from './read-survey.ts'
import { readAnswers, readQuestions, requireSurvey, type SurveyKey } from './read-survey-rows.ts'
import { type AnswerRow, surveyChanges } from './schema.ts'

type Given = ReturnType<typeof PlanSurveyChange.parse>

/** Whether an answer asks for what the change is about: the option, a score below the goal, or own words. */
function asksFor({ replies }: AnswerRow, question: SurveyQuestion, option: string | null): boolean {
  const reply = replies[question.number]
  if (typeof reply === 'number') return option === null && question.goal !== null && reply < question.goal
  return option !== null && Array.isArray(reply) && reply.includes(option)
}

/** The answers that a change cites: those that were named, else all that ask for it. Errors: throws `change_without_answers`. */
function citesOf(rows: readonly AnswerRow[], question: SurveyQuestion, { option, answers }: Given): number[] {
  const answered = rows.filter(({ replies }) => (replies[question.number] ?? '') !== '')
  const known = new Set(answered.map(({ number }) => number))
  const unknown = answers?.find((number) => !known.has(number))
  if (unknown !== undefined)
    throw new ApiFailure('change_without_answers', { answer: unknown, question: question.number })
  const cites = answers ?? answered.filter((row) => asksFor(row, question, option)).map(({ number }) => number)
  if (cites.length === 0) throw new ApiFailure('change_without_answers', { question: question.number })
  return [...new Set(cites)].toSorted((a, b) => a - b)
}

/**
 * Takes a change into next year's outline, with the answers that it cites (P14.15). One that nobody asked for is refused.
 * Errors: throws `not_found`, `change_without_answers`, `invalid_request`.
 */
export async function planChange(
  context: Context,
  caller: ResourceCaller,
  key: SurveyKey,
  input: PlanSurveyChange,
): Promise<SurveyChange> {
  const given = parseInput(PlanSurveyChange, input)
  await requireSurvey(context, key)
  const question = (await readQuestions(context, key)).find(({ number }) => number === given.question)
  if (!question) throw new ApiFailure('not_found', { what: `surveys/${key.survey}/questions/${given.question}` })
  const cites = citesOf(await readAnswers(context.records.db, key), question, given)
  const own = and(eq(surveyChanges.store, key.store), eq(surveyChanges.survey, key.survey))
  return auditedTransaction(context, async (tx, record) => {
    const [last] = await tx
      .select({ number: max(surveyChanges.number) })
      .from(surveyChanges)
      .where(own)
    const { text, area, priority, option } = given
    const row = {
      ...key,
      number: (last?.number ?? 0) + 1,
      text,
      area: area ?? question.area,
      priority,
      question: question.number,
      option,
      cites,
      madeBy: caller.actor,
      madeAt: context.clock.now(),
    }
    await tx.insert(surveyChanges).values(row)
    const after = { text, area: row.area, priority, question: row.question, option, cites: cites.length }
    const subject = `surveys/${key.survey}/changes/${row.number}`
    await record({ store: key.store, actor: caller.actor, action: 'create', subject, after })
    return presentChange(row)
  })
}

/** Takes a change out of next year's outline again. Errors: throws `not_found`. */
export async function dropChange(
  context: Context,
  caller: ResourceCaller,
  key: SurveyKey,
  number: number,
): Promise<void> {
  const own = and(
    eq(surveyChanges.store, key.store),
    eq(surveyChanges.survey, key.survey),
    eq(surveyChanges.number, number),
  )
  await auditedTransaction(context, async (tx, record) => {
    const [gone] = await tx.delete(surveyChanges).where(own).returning()
    const subject = `surveys/${key.survey}/changes/${number}`
    if (!gone) throw new ApiFailure('not_found', { what: subject })
    const before = { text: gone.text, question: gone.question, option: gone.option, cites: gone.cites.length }
    await record({ store: key.store, actor: caller.actor, action: 'delete', subject, before })
  })
}
