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

/**
 * Widths of a table's columns: figures get what they need to stand on one line, words share the rest as declared. Where figures leave too
 * little for words, all follow their declared widths. Shape: whole units that add up to at most `total`.
 */
export function columnWidths(block: TableBlock, document: ReportDocument, given: Given): number[] {
  const declared = block.columns.reduce((sum, { width }) => sum + width, 0)
  const fair = block.columns.map(({ width }) => Math.floor((width / declared) * given.total))
  const needed = block.columns.map((_, i) => neededBy(block, i, document, given))
  const figures = needed.reduce<number>((sum, need) => sum + (need ?? 0), 0)
  const words = block.columns.reduce((sum, { width }, i) => sum + (needed[i] === null ? width : 0), 0)
  if (words === 0 || figures > given.total * (1 - WORDS_SHARE_MIN)) return fair
  // Where there is room, figures keep their declared width and words do not stretch over the page.
  const widths = fair.map((width, i) => Math.max(width, Math.ceil(needed[i] ?? 0)))
  const over = widths.reduce((sum, width, i) => sum + (needed[i] === null ? 0 : width), 0)
  const taken = over > given.total * (1 - WORDS_SHARE_MIN) ? figures : over
  return block.columns.map(({ width }, i) => {
    const need = needed[i]
    if (need === null || need === undefined) return Math.floor(((given.total - taken) * width) / words)
    return Math.floor(taken === figures ? need : (widths[i] ?? need))
  })
}
