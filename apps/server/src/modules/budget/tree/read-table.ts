import { randomUUID } from 'node:crypto'
import { readBudgetTable, type ShareBase, type TableProblem } from '@zhanggui/budget'
import type { BudgetTable } from '@zhanggui/contract'
import { parse } from 'csv-parse/sync'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { LoadedBudget } from '../load-budget.ts'
import { workOut } from './work-out.ts'

const ROWS_MAX = 5000

const PROBLEM_TEXTS: Record<TableProblem['code'], { zh: string; en: string }> = {
  name_missing: { zh: '这一行没有名称。', en: 'The row has no name.' },
  not_a_share: {
    zh: '看不懂这个占比，请写成 40% 或 0.4。',
    en: 'This is no share; write 40% or 0.4.',
  },
  not_an_amount: { zh: '看不懂这个金额，请写成 12000 或 1.2万。', en: 'This is no amount; write 12000.' },
  not_a_period: { zh: '看不懂这个时间，请写成 2027、Q1、3月。', en: 'This is no period; write 2027, Q1 or 2027-03.' },
  unknown_parent: { zh: '上面没有这个上级。', en: 'No line of this name stands above.' },
  nothing_given: { zh: '这一行没有内容。', en: 'The row is empty.' },
}

/** Cells of a block as Excel copies it (tabs), or of CSV text. Errors: throws `unreadable_file`. */
export function cellsOf(text: string): string[][] {
  const delimiter = text.includes('\t') ? '\t' : ','
  try {
    return parse(text, { delimiter, bom: true, relax_column_count: true, relax_quotes: true, to: ROWS_MAX + 1 })
  } catch (error) {
    throw new ApiFailure(
      'unreadable_file',
      { reason: error instanceof Error ? error.message : 'text' },
      { cause: error },
    )
  }
}

/** Reads a budget table into lines and shows what they would come to; nothing is stored. */
export function previewTable(loaded: LoadedBudget, rows: string[][], base: ShareBase | null): BudgetTable {
  if (rows.length > ROWS_MAX) throw new ApiFailure('unreadable_file', { reason: `> ${ROWS_MAX} rows` })
  const { plan, figures, overrides } = loaded
  const { lines, problems } = readBudgetTable(rows, { year: plan.year, base, newId: () => randomUUID().slice(0, 8) })
  const question = { year: plan.year, lines, rules: plan.budgetRules, profile: plan.profile, figures, overrides }
  return {
    lines: [...lines],
    problems: problems.map((problem) => {
      const { zh, en } = PROBLEM_TEXTS[problem.code]
      return { ...problem, messageZh: zh, messageEn: en }
    }),
    workedOut: workOut(question),
  }
}
