import { type Block, isFigure, type ReportDocument } from '../document.ts'
import { cellText } from '../sentence.ts'
import { textEms } from './text-size.ts'

type TableBlock = Extract<Block, { kind: 'table' }>

/** Words need at least this share of the page between them, however wide the figures are. */
const WORDS_SHARE_MIN = 0.22

type Given = { total: number; em: number; padding: number; form: 'short' | 'exact' }

/** Width that the longest figure of a column needs on one line; null for a column of words. */
function neededBy(
  block: TableBlock,
  column: number,
  document: ReportDocument,
  { em, padding, form }: Given,
): number | null {
  const figures = block.rows.flatMap(({ cells, strong }) => {
    const cell = cells[column]
    if (cell === undefined || !isFigure(cell)) return []
    return [textEms(cellText(cell, document, form)) * (strong ? 1.08 : 1)]
  })
  return figures.length === 0 ? null : Math.max(...figures) * em + padding
}

/** Letters do not shrink further than this: a table that needs more is too wide for a page. */
const SCALE_MIN = 0.72

export type ColumnPlan = { widths: number[] /** Of the table's letters, 1 where everything fits. */; scale: number }

/**
 * Widths of a table's columns: figures get what they need to stand on one line, words share the rest as declared. Where figures leave too
 * little for words, the letters of the whole table become smaller. Shape: whole units that add up to at most `total`.
 */
export function columnPlan(block: TableBlock, document: ReportDocument, given: Given): ColumnPlan {
  const { total, padding } = given
  const declared = block.columns.reduce((sum, { width }) => sum + width, 0)
  const needed = block.columns.map((_, i) => neededBy(block, i, document, given))
  const words = block.columns.reduce((sum, { width }, i) => sum + (needed[i] === null ? width : 0), 0)
  const room = total * (1 - (words === 0 ? 0 : Math.max(WORDS_SHARE_MIN, Math.min(0.5, words / declared))))
  const figures = needed.filter((need) => need !== null)
  const sum = figures.reduce((all, need) => all + need, 0)
  const paddings = figures.length * padding
  const scale = sum <= room ? 1 : Math.max(SCALE_MIN, (room - paddings) / (sum - paddings))
  const scaled = needed.map((need) => (need === null ? null : (need - padding) * scale + padding))
  const taken = scaled.reduce<number>((all, need) => all + (need ?? 0), 0)
  // What figures do not need is spread over them too, so that a narrow table does not leave its words a page wide.
  const spare = Math.max(0, room - taken) / Math.max(1, figures.length)
  const left = total - taken - spare * figures.length
  return {
    scale,
    widths: block.columns.map(({ width }, i) => {
      const need = scaled[i]
      return Math.floor(need === null || need === undefined ? (left * width) / words : need + spare)
    }),
  }
}
