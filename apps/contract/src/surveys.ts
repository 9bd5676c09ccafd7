import { z } from 'zod'

const Day = z.iso.date()
const QuestionKind = z.enum(['single', 'multiple', 'scale', 'text'])
const ChangeArea = z.enum(['goals', 'technology', 'content', 'logistics'])
const Priority = z.enum(['high', 'middle', 'low'])
const AnswerNumbers = z.array(z.number().int())

/** A rate with the bounds within which it lies at 95 %. */
const BoundedRate = z.object({ rate: z.number(), low: z.number(), high: z.number() })

const SurveyHead = z.object({
  code: z.string(),
  name: z.string(),
  year: z.number().int(),
  invited: z.number().int().nullable(),
  closesDay: z.string().nullable(),
  isOpen: z.boolean(),
  answers: z.number().int(),
})

/** GET /v1/stores/{store}/review/surveys — newest year first. */
export const SurveyList = z.object({ surveys: z.array(SurveyHead.extend({ changes: z.number().int() })) })
export type SurveyList = z.infer<typeof SurveyList>

/** What was answered to a question; `answers` are numbers of answers, never people. */
export const SurveyQuestionAnswers = z.object({
  number: z.number().int(),
  text: z.string(),
  kind: QuestionKind,
  area: ChangeArea,
  isAboutImprovement: z.boolean(),
  goal: z.number().nullable(),
  answered: z.number().int(),
  /** Of those who answered this question. */
  options: z.array(z.object({ option: z.string(), answers: AnswerNumbers, share: BoundedRate.nullable() })),
  mean: z.object({ value: z.number(), low: z.number().nullable(), high: z.number().nullable() }).nullable(),
  /** Of own words: known complaints, and the latest voices. */
  issues: z.array(z.object({ id: z.string(), nameZh: z.string(), nameEn: z.string(), answers: AnswerNumbers })),
  quotes: z.array(z.object({ answer: z.number().int(), text: z.string() })),
})
export type SurveyQuestionAnswers = z.infer<typeof SurveyQuestionAnswers>

/** A change that answers ask for and nobody has decided on. */
export const ProposedSurveyChange = z.object({
  question: z.number().int(),
  option: z.string().nullable(),
  area: ChangeArea,
  priority: Priority,
  cites: AnswerNumbers,
  of: z.number().int(),
  share: BoundedRate,
})
export type ProposedSurveyChange = z.infer<typeof ProposedSurveyChange>

/** A change in next year's outline; it cites at least one answer. */
export const SurveyChange = z.object({
  number: z.number().int(),
  text: z.string(),
  area: ChangeArea,
  priority: Priority,
  question: z.number().int(),
  option: z.string().nullable(),
  cites: AnswerNumbers,
  madeAt: z.string(),
})
export type SurveyChange = z.infer<typeof SurveyChange>

/** GET …/review/surveys/{survey} */
export const Survey = SurveyHead.extend({
  questions: z.array(SurveyQuestionAnswers),
  proposed: z.array(ProposedSurveyChange),
  changes: z.array(SurveyChange),
})
export type Survey = z.infer<typeof Survey>

/** What a column of an answer file is: the number of a question, who answered (hashed at the door), the day, or nothing. */
export const AnswerColumnMeaning = z.union([
  z.literal('person'),
  z.literal('day'),
  z.literal('ignore'),
  z.number().int(),
])
export const AnswerColumn = z.object({ header: z.string(), as: AnswerColumnMeaning })
export type AnswerColumn = z.infer<typeof AnswerColumn>

/** POST …/review/surveys/{survey}/answers — a table with a header, pasted or out of a file. */
export const ImportAnswers = z.object({
  text: z.string().min(1).max(8_000_000),
  /** In the order of the columns; without it columns are recognised by their headers. */
  columns: z.array(AnswerColumnMeaning).max(500).optional(),
  /** Says what would be read and stores nothing. */
  preview: z.boolean().default(false),
})
export type ImportAnswers = z.input<typeof ImportAnswers>

export const REFUSED_ANSWER_CODES = ['unknown_option', 'unreadable_score', 'unreadable_day', 'no_answer'] as const

/** A row that was not taken in, and why. */
export const RefusedAnswer = z.object({
  code: z.enum(REFUSED_ANSWER_CODES),
  line: z.number().int(),
  column: z.string(),
  value: z.string(),
})
export type RefusedAnswer = z.infer<typeof RefusedAnswer>

export const AnswersImported = z.object({
  columns: z.array(AnswerColumn),
  rows: z.number().int(),
  added: z.number().int(),
  /** Of people who had answered before or asked to be forgotten, and rows that had been read before. */
  repeated: z.number().int(),
  refusedRows: z.number().int(),
  refused: z.array(RefusedAnswer),
})
export type AnswersImported = z.infer<typeof AnswersImported>

/** POST …/review/surveys/{survey}/changes — into next year's outline; without `answers` it cites all that ask for it. */
export const PlanSurveyChange = z.object({
  text: z.string().trim().min(1).max(300),
  area: ChangeArea.optional(),
  priority: Priority.default('middle'),
  question: z.number().int().min(1),
  option: z.string().max(300).nullable().default(null),
  answers: z.array(z.number().int().min(1)).max(50_000).optional(),
})
export type PlanSurveyChange = z.input<typeof PlanSurveyChange>

/** GET …/review/surveys/{survey}/answers — the rows behind a figure. */
export const SurveyAnswerQuery = z.object({
  change: z.coerce.number().int().min(1).optional(),
  question: z.coerce.number().int().min(1).optional(),
  option: z.string().max(300).optional(),
})
export type SurveyAnswerQuery = z.input<typeof SurveyAnswerQuery>

export const SurveyAnswerList = z.object({
  total: z.number().int(),
  answers: z.array(
    z.object({
      number: z.number().int(),
      day: Day,
      replies: z.record(z.string(), z.union([z.array(z.string()), z.number(), z.string()])),
    }),
  ),
})
export type SurveyAnswerList = z.infer<typeof SurveyAnswerList>
