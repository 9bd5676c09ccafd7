import { type BusinessDay, isBusinessDay } from '@zhanggui/kernel'

/** One line of an initiative's milestones: `2026-12-01 主图上线`; done when `✓` stands before it. */
export type Milestone = {
  /** Which line of the text it is, from 0. */
  line: number
  /** Null where the line names none. */
  day: BusinessDay | null
  what: string
  state: 'done' | 'late' | 'due' | 'open'
}

const DONE = /^(?:✓|✔|\[x\]|√)\s*/i
const DAY = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\s*[:：]?\s*/
/** Days ahead from which a milestone is the next thing to do. A starting value of this project. */
const DUE_DAYS_MS = 7 * 86_400_000

function dayOf(text: string): BusinessDay | null {
  const [, year = '', month = '', day = ''] = DAY.exec(text) ?? []
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isBusinessDay(written) ? written : null
}

function stateOf(isDone: boolean, day: BusinessDay | null, today: BusinessDay): Milestone['state'] {
  if (isDone) return 'done'
  if (day === null) return 'open'
  if (day < today) return 'late'
  return Date.parse(day) - Date.parse(today) <= DUE_DAYS_MS ? 'due' : 'open'
}

/** The milestones of a text, a line each, in its order; blank lines are none. */
export function readMilestones(text: string, today: BusinessDay): Milestone[] {
  return text.split('\n').flatMap((raw, line) => {
    const plain = raw.trim()
    if (plain === '') return []
    const isDone = DONE.test(plain)
    const rest = plain.replace(DONE, '')
    const day = dayOf(rest)
    return [{ line, day, what: day === null ? rest : rest.replace(DAY, ''), state: stateOf(isDone, day, today) }]
  })
}

/**
 * The text with one line marked as done, or no longer.
 * Shape: null when the line is not there or is blank. @example markMilestone('2026-12-01 上线', { line: 0, done: true }) // '✓ 2026-12-01 上线'
 */
export function markMilestone(text: string, { line, done }: { line: number; done: boolean }): string | null {
  const lines = text.split('\n')
  const plain = lines[line]?.trim().replace(DONE, '')
  if (!plain) return null
  return lines.map((one, i) => (i === line ? `${done ? '✓ ' : ''}${plain}` : one)).join('\n')
}
