import { type SurveyAnswerList, SurveyAnswerQuery } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { readAnswers, readChanges, requireSurvey, type SurveyKey } from './read-survey-rows.ts'

const ANSWERS_MAX = 200

/**
 * The answers behind a figure: all, or those that a planned change cites. Who gave them is not told.
 * Shape: `total` counts all that were found; the first 200 are shown. Errors: throws `not_found`, `invalid_request`.
 */
export async function listAnswers(
  context: Context,
  key: SurveyKey,
  query: SurveyAnswerQuery,
): Promise<SurveyAnswerList> {
  const { change, question, option } = parseInput(SurveyAnswerQuery, query)
  await requireSurvey(context, key)
  const { db } = context.records
  const cited =
    change === undefined ? null : (await readChanges(db, key)).find(({ number }) => number === change)?.cites
  const rows = (await readAnswers(db, key)).filter(({ number, replies }) => {
    if (cited !== null && !cited?.includes(number)) return false
    const reply = question === undefined ? undefined : replies[question]
    if (question !== undefined && (reply === undefined || reply === '')) return false
    return option === undefined || (Array.isArray(reply) && reply.includes(option))
  })
  return {
    total: rows.length,
    answers: rows.slice(0, ANSWERS_MAX).map(({ number, day, replies }) => ({
      number,
      day,
      replies: Object.fromEntries(
        Object.entries(replies).map(([question, reply]) => [question, typeof reply === 'object' ? [...reply] : reply]),
      ),
    })),
  }
}
