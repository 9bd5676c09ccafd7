import { parsePeriod } from '@zhanggui/kernel'
import { emptyPlan } from '../empty-plan.ts'
import type { Plan, TableRow } from '../plan.ts'

/** A paragraph of a document and where it stands, counted from 1. */
export type DocumentLine = { line: number; text: string }

/**
 * A document's paragraphs as the cells of a plan that has nothing else, so that the rules on words read them and name the paragraph.
 * Shape: a row for each paragraph that says something, on the whole year, its words under 策略.
 */
export function planOfLines(
  lines: readonly DocumentLine[],
  { file, year, currency }: { file: string; year: number; currency: string },
): Plan {
  const empty = emptyPlan({ id: 'file', year, name: file, currency })
  const rows = lines.flatMap(({ line, text }): TableRow[] => {
    const strategy = text.trim()
    if (strategy === '') return []
    const source = { file, sheet: null, row: line, column: null }
    const silent = { target: '', theme: '', pageDesign: '', dailyPromotion: '', merchantCooperation: '' }
    return [{ id: `line-${line}`, period: parsePeriod(String(year)), ...silent, strategy, source }]
  })
  return { ...empty, table: rows }
}
