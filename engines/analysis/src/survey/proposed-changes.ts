import type { BoundedRate } from '../rates/wilson-bounds.ts'
import { summariseQuestion } from './summarise-question.ts'
import type { ChangeArea, SurveyAnswer, SurveyQuestion } from './survey.ts'

/** Project defaults: of those who answered, how many must want a change at the least for it to be proposed, and to come first. */
export const CHANGE_RULES = { shareMin: 0.1, shareHigh: 0.3 } as const

/** A change of next year's work that answers ask for, with the answers it cites. */
export type ProposedChange = {
  question: number
  /** The option that asks for it; null for a scale below its goal. */
  option: string | null
  area: ChangeArea
  priority: 'high' | 'middle'
  /** Those who ask for it, of those who answered the question. */
  cites: readonly number[]
  of: number
  share: BoundedRate
}

type Asking = { option: string | null; cites: readonly number[]; of: number; share: BoundedRate | null }

/** Who scored below the goal, where the whole is below it by more than chance. */
function belowGoal(question: SurveyQuestion, answers: readonly SurveyAnswer[]): Asking[] {
  const { goal, number } = question
  const { mean, answers: given } = summariseQuestion(question, answers)
  if (goal === null || mean === null || mean.high === null || mean.high >= goal) return []
  const low = answers.filter(({ replies }) => {
    const reply = replies[number]
    return typeof reply === 'number' && reply < goal
  })
  const cites = low.map((answer) => answer.number)
  const rate = cites.length / given.length
  return [{ option: null, cites, of: given.length, share: { rate, low: rate, high: rate } }]
}

function wanted(question: SurveyQuestion, answers: readonly SurveyAnswer[]): Asking[] {
  if (question.kind === 'scale') return belowGoal(question, answers)
  if (!question.isAboutImprovement) return []
  const { options, answers: given } = summariseQuestion(question, answers)
  return options
    .filter(({ share }) => share !== null && share.low >= CHANGE_RULES.shareMin)
    .map(({ option, answers: cites, share }) => ({ option, cites, of: given.length, share }))
}

/**
 * The changes of next year that a survey asks for (P14.15): an option that names an improvement and that at least `shareMin` would pick
 * with luck against it, and a scale whose mean stays below its goal with luck for it.
 * Shape: most wanted first, each with the answers that it cites, never none; empty when nobody is missing anything.
 */
export function proposedChanges(
  questions: readonly SurveyQuestion[],
  answers: readonly SurveyAnswer[],
): ProposedChange[] {
  const found = questions.flatMap((question) =>
    wanted(question, answers).flatMap(({ share, ...asking }): ProposedChange[] => {
      if (share === null || asking.cites.length === 0) return []
      const priority = share.rate >= CHANGE_RULES.shareHigh ? 'high' : 'middle'
      return [{ ...asking, question: question.number, area: question.area, priority, share }]
    }),
  )
  return found.toSorted((a, b) => b.share.rate - a.share.rate || a.question - b.question)
}
