/** How a question is answered: one option, several, a number on a scale, own words. */
export const QUESTION_KINDS = ['single', 'multiple', 'scale', 'text'] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]

/** Which side of next year's work an answer is about. */
export const CHANGE_AREAS = ['goals', 'technology', 'content', 'logistics'] as const
export type ChangeArea = (typeof CHANGE_AREAS)[number]

/** A question of a survey. `goal` of a scale: the mean that would be well; null where none is set. */
export type SurveyQuestion = {
  number: number
  text: string
  kind: QuestionKind
  options: readonly string[]
  area: ChangeArea
  /** True where an option names something to improve, so that who picks it asks for a change. */
  isAboutImprovement: boolean
  goal: number | null
}

/** What one person answered, by the question's number: options picked, a number, own words. */
export type Reply = readonly string[] | number | string
export type SurveyAnswer = { number: number; replies: Readonly<Record<number, Reply>> }
