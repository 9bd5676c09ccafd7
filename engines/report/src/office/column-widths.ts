import { type Block, isFigure, type ReportDocument } from '../document.ts'
import { cellText } from '../sentence.ts'
import { textEms } from './text-size.ts'

type TableBlock = Extract<Block, { kind: 'table' }>

/** Words need at least this share of the page between them, however wide the figures are. */
const WORDS_SHARE_MIN = 0.22

/** Letters of the font that stands in where a desk has not the document's own are wider. */
const PLAIN = 1.12
const BOLD = 1.22
/** Letters of a column's title on one line where there is room, and at least. */
const TITLE_EMS_WANTED = 6
const TITLE_EMS_MIN = 3

type Given = { total: number; em: number; padding: number; form: 'short' | 'exact' }

/** Width that the longest figure of a column needs on one line; null for a column of words. */
function neededBy(
  block: TableBlock,
  column: number,
  document: ReportDocument,
  { em, padding, form, titleEms }: Given & { titleEms: number },
): number | null {
  const figures = block.rows.flatMap(({ cells, strong }) => {
    const cell = cells[column]
    if (cell === undefined || !isFigure(cell)) return []
    return [textEms(cellText(cell, document, form)) * (strong ? BOLD : PLAIN)]
  })
  const title = Math.min(titleEms, textEms(block.columns[column]?.title ?? '')) * BOLD
  return figures.length === 0 ? null : Math.max(title, ...figures) * em + padding
}

/** Letters do not shrink further than this: a table that needs more is too wide for a page. */
const SCALE_MIN = 0.72

/** Twips are whole; inches of a slide are not. */
const roundDown = (width: number, total: number): number =>
  total > 1000 ? Math.floor(width) : Math.floor(width * 1000) / 1000

export type ColumnPlan = { widths: number[] /** Of the table's letters, 1 where everything fits. */; scale: number }

/**
 * Widths of a table's columns: figures get what they need to stand on one line, words share the rest as declared. Where figures leave too
 * little for words, the letters of the whole table become smaller. Shape: whole units that add up to at most `total`.
 */
export function columnPlan(block: TableBlock, document: ReportDocument, given: Given): ColumnPlan {
  const wide = planWith(block, document, { ...given, titleEms: TITLE_EMS_WANTED })
  return wide.scale === 1 ? wide : planWith(block, document, { ...given, titleEms: TITLE_EMS_MIN })
}

function planWith(block: TableBlock, document: ReportDocument, given: Given & { titleEms: number }): ColumnPlan {
  const { total, padding } = given
  const declared = block.columns.reduce((sum, { width }) => sum + width, 0)
  const needed = block.columns.map((_, i) => neededBy(block, i, document, given))
  const words = block.columns.reduce((sum, { width }, i) => sum + (needed[i] === null ? width : 0), 0)
  const limit = total * (words === 0 ? 1 : 1 - WORDS_SHARE_MIN)
  const figures = needed.filter((need) => need !== null)
  const sum = figures.reduce((all, need) => all + need, 0)
  // Figures get what was declared for them, or what they need if that is more.
  const room = Math.min(limit, Math.max(sum, (total * (declared - words)) / declared))
  const paddings = figures.length * padding
  const scale = sum <= room ? 1 : Math.max(SCALE_MIN, (room - paddings) / (sum - paddings))
  const scaled = needed.map((need) => (need === null ? null : (need - padding) * scale + padding))
  const taken = scaled.reduce<number>((all, need) => all + (need ?? 0), 0)
  const spare = Math.max(0, room - taken) / Math.max(1, figures.length)
  const left = total - taken - spare * figures.length
  return {
    scale,
    widths: block.columns.map(({ width }, i) => {
      const need = scaled[i]
      return roundDown(need === null || need === undefined ? (left * width) / words : need + spare, total)
    }),
  }
}
