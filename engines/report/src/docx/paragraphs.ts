import {
  BorderStyle,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  type Table,
  TableCell,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { INK, INK_SOFT, LINE, SUNKEN } from '../office/theme.ts'

export type Part = Paragraph | Table

/** Twips of an A4 page between its margins. */
export const TEXT_WIDTH = 11_906 - 2 * 1134

export const HAIR = { style: BorderStyle.SINGLE, size: 4, color: LINE }
const BORDERS = { top: HAIR, bottom: HAIR, left: HAIR, right: HAIR }
const NO_BORDERS = Object.fromEntries(
  ['top', 'bottom', 'left', 'right'].map((side) => [side, { style: BorderStyle.NONE, size: 0, color: 'auto' }]),
)

export type RunStyle = { size?: number; color?: string; bold?: boolean }

/** Sizes are half-points. Line breaks of the text stay line breaks. */
export function runs(text: string, { size = 21, color = INK, bold = false }: RunStyle = {}): TextRun[] {
  return text
    .split('\n')
    .map((line, i) => new TextRun({ text: line, size, color, bold, ...(i > 0 ? { break: 1 } : {}) }))
}

export const paragraphOf = (children: ParagraphChild[], options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ spacing: { after: 120, line: 320 }, ...options, children })

export const paragraph = (text: string, style: RunStyle = {}, options: IParagraphOptions = {}): Paragraph =>
  paragraphOf(runs(text, style), options)

export function cell(
  children: Paragraph[],
  options: { width: number; shaded?: boolean; borders?: boolean },
): TableCell {
  const { width, shaded = false, borders = true } = options
  return new TableCell({
    children,
    width: { size: width, type: WidthType.DXA },
    margins: { top: 50, bottom: 50, left: 100, right: 100 },
    verticalAlign: VerticalAlignTable.CENTER,
    borders: borders ? BORDERS : NO_BORDERS,
    ...(shaded ? { shading: { type: ShadingType.CLEAR, fill: SUNKEN, color: 'auto' } } : {}),
  })
}

/** A gap after a table; so low that it does not begin a page of its own. */
export const spacer = (): Paragraph =>
  paragraph('', { size: 12 }, { spacing: { before: 0, after: 0, line: 140, lineRule: LineRuleType.EXACT } })

export const caption = (text: string): Paragraph =>
  paragraph(text, { size: 21, bold: true, color: INK_SOFT }, { keepNext: true, spacing: { before: 160, after: 80 } })
