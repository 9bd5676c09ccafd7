import { studentQuantile } from '@zhanggui/kernel'
import { type BoundedRate, wilsonBounds } from '../rates/wilson-bounds.ts'
import type { Reply, SurveyAnswer, SurveyQuestion } from './survey.ts'

export const SURVEY_LEVEL = 0.95

/** An option of a question: who picked it, as a share of those who answered the question. */
export type OptionShare = { option: string; answers: readonly number[]; share: BoundedRate | null }

/** What was answered to one question. `answers` are those who answered it, by their numbers. */
export type QuestionSummary = {
  question: number
  answers: readonly number[]
  options: readonly OptionShare[]
  /** Of a scale: the mean with its bounds; bounds are null with fewer than two answers. */
  mean: { value: number; low: number | null; high: number | null } | null
}

const repliesTo = ({ number }: SurveyQuestion, answers: readonly SurveyAnswer[]): { number: number; reply: Reply }[] =>
  answers.flatMap((answer) => {
    const reply = answer.replies[number]
    return reply === undefined || reply === '' ? [] : [{ number: answer.number, reply }]
  })

const picked = (reply: Reply, option: string): boolean =>
  Array.isArray(reply) ? reply.includes(option) : String(reply) === option

function meanOf(values: readonly number[]): QuestionSummary['mean'] {
  if (values.length === 0) return null
  const value = values.reduce((sum, v) => sum + v, 0) / values.length
  if (values.length < 2) return { value, low: null, high: null }
  const variance = values.reduce((sum, v) => sum + (v - value) ** 2, 0) / (values.length - 1)
  const reach = studentQuantile(1 - (1 - SURVEY_LEVEL) / 2, values.length - 1) * Math.sqrt(variance / values.length)
  return { value, low: value - reach, high: value + reach }
}

/**
 * What was answered to a question: shares of options with Wilson's bounds, the mean of a scale with Student's.
 * Shape: options in the question's order; shares are of those who answered this question, not of all who answered something, and
 * where several may be picked they add up to more than one. Errors: a question that nobody answered has no share and no mean.
 */
export function summariseQuestion(question: SurveyQuestion, answers: readonly SurveyAnswer[]): QuestionSummary {
  const given = repliesTo(question, answers)
  const share = (hits: number): BoundedRate | null => wilsonBounds({ hits, of: given.length }, SURVEY_LEVEL)
  const options = question.options.map((option): OptionShare => {
    const those = given.filter(({ reply }) => picked(reply, option)).map(({ number }) => number)
    return { option, answers: those, share: share(those.length) }
  })
  const values = given.flatMap(({ reply }) => (typeof reply === 'number' ? [reply] : []))
  return {
    question: question.number,
    answers: given.map(({ number }) => number),
    options: question.kind === 'single' || question.kind === 'multiple' ? options : [],
    mean: question.kind === 'scale' ? meanOf(values) : null,
  }
}
