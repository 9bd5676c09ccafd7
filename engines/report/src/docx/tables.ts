import { AlignmentType, Table, type TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import type { Block, ReportDocument } from '../document.ts'
import { columnPlan } from '../office/column-widths.ts'
import { figuresInRow } from '../office/figures-in-row.ts'
import { INK_FAINT, INK_SOFT } from '../office/theme.ts'
import type { FigureLinks } from './figure-links.ts'
import { caption, cell, type Part, paragraph, paragraphOf, spacer, TEXT_WIDTH } from './paragraphs.ts'

type TableBlock = Extract<Block, { kind: 'table' }>
type FigureItems = Extract<Block, { kind: 'figures' }>['items']

/** An em of a table's letters, and what lies beside them in a cell, in twips. */
const CELL_EM = 9 * 20
const CELL_PADDING = 230

/** A table of so many rows stays on one page; of a longer one, so many rows stay together at its beginning and at its end. */
const WHOLE_ROWS = 9
const TOGETHER_ROWS = 3

const staysWithNext = (row: number, rows: number): boolean =>
  row < rows - 1 && (rows <= WHOLE_ROWS || row < TOGETHER_ROWS - 1 || row >= rows - TOGETHER_ROWS)

export function tableOf(block: TableBlock, document: ReportDocument, links: FigureLinks): Part[] {
  const { widths, scale } = columnPlan(block, document, {
    total: TEXT_WIDTH,
    em: CELL_EM,
    padding: CELL_PADDING,
    form: 'exact',
  })
  const size = Math.round(18 * scale)
  const aligned = (i: number) =>
    block.columns[i]?.align === 'right' ? { alignment: AlignmentType.RIGHT } : { alignment: AlignmentType.LEFT }
  const tight = { spacing: { after: 0, line: 260 } }
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: block.columns.map(({ title }, i) =>
      cell([paragraph(title, { size, bold: true, color: INK_SOFT }, { ...tight, ...aligned(i), keepNext: true })], {
        width: widths[i] ?? 0,
        shaded: true,
      }),
    ),
  })
  const rows = block.rows.map(
    ({ cells, depth = 0, strong = false }, at) =>
      new TableRow({
        cantSplit: cells.every((c) => typeof c !== 'string' || c.length < 400),
        children: cells.map((c, i) =>
          cell(
            [
              paragraphOf(links.runsOf(c, 'exact', { size, bold: strong }), {
                ...tight,
                ...aligned(i),
                keepNext: staysWithNext(at, block.rows.length),
                ...(i === 0 && depth > 0 ? { indent: { left: depth * 220 } } : {}),
              }),
            ],
            { width: widths[i] ?? 0 },
          ),
        ),
      }),
  )
  return [
    caption(block.title),
    new Table({
      rows: [header, ...rows],
      columnWidths: widths,
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
    }),
    spacer(),
  ]
}

export function figuresOf(items: FigureItems, links: FigureLinks): Part[] {
  const inRow = figuresInRow(items.length)
  const width = Math.floor(TEXT_WIDTH / inRow)
  const cellOf = (item: FigureItems[number] | undefined): TableCell => {
    if (!item) return cell([paragraph('')], { width, borders: false })
    const tight = { spacing: { after: 0, line: 280 } }
    return cell(
      [
        paragraph(item.label, { size: 18, color: INK_FAINT }, tight),
        paragraphOf(links.runsOf(item.figure, 'short', { size: 32, bold: true }), { spacing: { after: 0, line: 400 } }),
        paragraph(item.note, { size: 17, color: INK_SOFT }, tight),
      ],
      { width },
    )
  }
  const rows = Array.from({ length: Math.ceil(items.length / inRow) }, (_, r) => {
    const row = Array.from({ length: inRow }, (_, c) => cellOf(items[r * inRow + c]))
    return new TableRow({ cantSplit: true, children: row })
  })
  return [
    new Table({
      rows,
      columnWidths: Array.from({ length: inRow }, () => width),
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
    }),
    spacer(),
  ]
}
