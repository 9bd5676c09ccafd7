import type { Reply, SurveyQuestion } from '@zhanggui/analysis'
import type { AnswerColumn, RefusedAnswer } from '@zhanggui/contract'
import { isBusinessDay } from '@zhanggui/kernel'
import type { TableRow } from '../../admin/resources/read-table.ts'

/** A row of an answer file: who, when, and what to which question; `person` and texts as they stand in the file. */
export type AnswerDraft = { line: number; person: string; day: string | null; replies: Record<number, Reply> }

type Fault = Pick<RefusedAnswer, 'code'> | null

const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase()

/** Between several picks, as questionnaire tools and spreadsheets write them. */
const BETWEEN_PICKS = /[;；|｜┋\n]|、|,|，/

const SCALE_MAX = 100
const TEXT_MAX = 2000

function picksOf(cell: string, { options, kind }: SurveyQuestion): { reply: Reply } | null {
  const known = new Map(options.map((option) => [plain(option), option]))
  const whole = known.get(plain(cell))
  if (whole) return { reply: [whole] }
  if (kind === 'single') return null
  const picks = cell.split(BETWEEN_PICKS).filter((pick) => pick.trim() !== '')
  const found = picks.map((pick) => known.get(plain(pick)))
  return found.every((option) => option !== undefined) ? { reply: [...new Set(found)] } : null
}

function scoreOf(cell: string): { reply: Reply } | null {
  const digits = /^(\d{1,3}(?:\.\d+)?)\s*分?$/.exec(cell.normalize('NFKC').trim())?.[1]
  const score = Number(digits ?? Number.NaN)
  return Number.isFinite(score) && score <= SCALE_MAX ? { reply: score } : null
}

/** What a cell answers to a question; null where it answers something that was not asked. */
function replyOf(cell: string, question: SurveyQuestion): { reply: Reply } | null {
  if (question.kind === 'text') return { reply: cell.trim().slice(0, TEXT_MAX) }
  return question.kind === 'scale' ? scoreOf(cell) : picksOf(cell, question)
}

function dayOf(cell: string): string | null {
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/.exec(cell.normalize('NFKC').trim())
  if (!found) return null
  const [, year = '', month = '', day = ''] = found
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isBusinessDay(text) ? text : null
}

function takeCell(
  draft: AnswerDraft,
  cell: string,
  as: AnswerColumn['as'],
  questions: ReadonlyMap<number, SurveyQuestion>,
): Fault {
  if (cell.trim() === '' || as === 'ignore') return null
  if (as === 'person') draft.person = cell.trim()
  if (as === 'day') {
    draft.day = dayOf(cell)
    return draft.day === null ? { code: 'unreadable_day' } : null
  }
  const question = typeof as === 'number' ? questions.get(as) : undefined
  if (!question) return null
  const found = replyOf(cell, question)
  if (!found) return { code: question.kind === 'scale' ? 'unreadable_score' : 'unknown_option' }
  draft.replies[question.number] = found.reply
  return null
}

/** Values that are quoted back are cut: a wholly wrong file would make an answer as long as itself. */
const QUOTED_MAX = 120

/**
 * One row by the meaning of its columns. Shape: the answer, or why the whole row is refused, with line, column and value; an empty
 * cell is a question that was passed over. A row without any answer is refused as well.
 */
export function readAnswerRow(
  row: TableRow,
  columns: readonly AnswerColumn[],
  questions: ReadonlyMap<number, SurveyQuestion>,
): { draft: AnswerDraft } | { refused: RefusedAnswer } {
  const draft: AnswerDraft = { line: row.line, person: '', day: null, replies: {} }
  for (const [index, { header, as }] of columns.entries()) {
    const cell = row.cells[index] ?? ''
    const fault = takeCell(draft, cell, as, questions)
    // Who answered is never quoted.
    const value = as === 'person' ? '***' : cell.slice(0, QUOTED_MAX)
    if (fault) return { refused: { ...fault, line: row.line, column: header, value } }
  }
  if (Object.keys(draft.replies).length === 0)
    return { refused: { code: 'no_answer', line: row.line, column: '', value: '' } }
  return { draft }
}
