import type { SurveyQuestion } from '@zhanggui/analysis'
import {
  type AnswerColumn,
  type AnswersImported,
  ImportAnswers,
  type RefusedAnswer,
  type Store,
} from '@zhanggui/contract'
import { businessDayOf } from '@zhanggui/kernel'
import { and, eq, max } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import { readTable, type TableRow } from '../../admin/resources/read-table.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { guessColumns } from './answer-columns.ts'
import { type HiddenAnswer, hidePeople } from './hide-people.ts'
import { type AnswerDraft, readAnswerRow } from './read-answer-row.ts'
import { readPastedTable } from './read-pasted-table.ts'
import { readQuestions, requireSurvey, type SurveyKey } from './read-survey-rows.ts'
import { surveyAnswers } from './schema.ts'

/** Refusals that an answer carries. */
const REFUSED_MAX = 200
const INSERT_ROWS = 500

/** What the caller says of the columns, and whether only to look. */
type Asked = Omit<ReturnType<typeof ImportAnswers.parse>, 'text'>

function columnsOf(
  header: readonly string[],
  questions: readonly SurveyQuestion[],
  given: Asked['columns'],
): AnswerColumn[] {
  if (given === undefined) return guessColumns(header, questions)
  return header.map((text, index) => ({ header: text, as: given[index] ?? 'ignore' }))
}

type Read = { columns: AnswerColumn[]; rows: number; drafts: AnswerDraft[]; refused: RefusedAnswer[] }

/** Errors: throws `unreadable_file` for a text that is no table or has no column of any question. */
function readRows(table: readonly TableRow[], questions: readonly SurveyQuestion[], given: Asked): Read {
  const [header, ...rest] = table
  const columns = columnsOf(header?.cells ?? [], questions, given.columns)
  if (!given.preview && !columns.some(({ as }) => typeof as === 'number'))
    throw new ApiFailure('unreadable_file', { reason: '没有一列是题目 / no column is a question' })
  const byNumber = new Map(questions.map((question) => [question.number, question]))
  const body = rest.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const read = body.map((row) => readAnswerRow(row, columns, byNumber))
  return {
    columns,
    rows: body.length,
    drafts: read.flatMap((one) => ('draft' in one ? [one.draft] : [])),
    refused: read.flatMap((one) => ('refused' in one ? [one.refused] : [])),
  }
}

async function insertAnswers(
  context: Context,
  caller: ResourceCaller,
  { store, survey }: SurveyKey,
  { answers, today }: { answers: readonly HiddenAnswer[]; today: string },
): Promise<number> {
  const own = and(eq(surveyAnswers.store, store), eq(surveyAnswers.survey, survey))
  return auditedTransaction(context, async (tx, record) => {
    const known = new Set(
      (await tx.select({ respondent: surveyAnswers.respondent }).from(surveyAnswers).where(own)).map(
        ({ respondent }) => respondent,
      ),
    )
    const [last] = await tx
      .select({ number: max(surveyAnswers.number) })
      .from(surveyAnswers)
      .where(own)
    let number = last?.number ?? 0
    const fresh = answers.filter(({ respondent }) => !known.has(respondent) && known.add(respondent))
    const rows = fresh.map(({ respondent, day, replies }) => ({
      store,
      survey,
      number: ++number,
      respondent,
      day: day ?? today,
      replies,
      madeBy: caller.actor,
      madeAt: context.clock.now(),
    }))
    for (let i = 0; i < rows.length; i += INSERT_ROWS)
      await tx.insert(surveyAnswers).values(rows.slice(i, i + INSERT_ROWS))
    const after = { answers: rows.length, first: rows[0]?.number ?? null, last: rows.at(-1)?.number ?? null }
    if (rows.length > 0)
      await record({ store, actor: caller.actor, action: 'import', subject: `surveys/${survey}/answers`, after })
    return rows.length
  })
}

type To = { caller: ResourceCaller; survey: string }

/**
 * Takes in answers from a table with a header, from any questionnaire tool: columns are matched to questions by their words or numbers, or as
 * the caller says. Whoever answered before, or the same file again, is counted as repeated; the first answer stays, because changes cite it.
 * With `preview` nothing is stored. Errors: throws `not_found`, `survey_without_questions`, `unreadable_file`.
 */
async function takeAnswers(
  context: Context,
  store: Store,
  { caller, survey }: To,
  { table, columns: asked, preview }: { table: readonly TableRow[] } & Asked,
): Promise<AnswersImported> {
  const key = { store: store.id, survey }
  await requireSurvey(context, key)
  const questions = await readQuestions(context, key)
  if (questions.length === 0) throw new ApiFailure('survey_without_questions', { survey })
  const { columns, rows, drafts, refused } = readRows(table, questions, { columns: asked, preview })
  const told = { columns, rows, refused: refused.slice(0, REFUSED_MAX), refusedRows: refused.length }
  if (preview) return { ...told, added: 0, repeated: 0 }
  const answers = await hidePeople(context, store.id, drafts)
  const today = businessDayOf(context.clock.now(), store.timezone)
  const added = await insertAnswers(context, caller, key, { answers, today })
  return { ...told, added, repeated: drafts.length - added }
}

/** Answers of a table that was pasted. Errors: as `takeAnswers`, and `invalid_request`. */
export async function importAnswers(
  context: Context,
  store: Store,
  to: To,
  input: ImportAnswers,
): Promise<AnswersImported> {
  const { text, ...asked } = parseInput(ImportAnswers, input)
  return takeAnswers(context, store, to, { table: readPastedTable(text), ...asked })
}

/** Answers of a CSV or XLSX file in any encoding that the importer knows. Errors: as `takeAnswers`, and those of `readTable`. */
export async function importAnswerFile(
  context: Context,
  store: Store,
  to: To,
  { path, name, preview }: { path: string; name: string; preview: boolean },
): Promise<AnswersImported> {
  return takeAnswers(context, store, to, { table: await readTable(path, name), columns: undefined, preview })
}
