import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  type IParagraphOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Block, ReportDocument } from '../document.ts'
import { columnPlan } from '../office/column-widths.ts'
import type { ChartBlock, GanttBlock } from '../office/draw-chart.ts'
import { fixedBytes, officeFile, officeParts } from '../office/fixed-bytes.ts'
import { nativeCharts } from '../office/native-charts.ts'
import { ACCENT, AMBER, AMBER_SOFT, FONT, INK, INK_FAINT, INK_SOFT, LINE, SUNKEN } from '../office/theme.ts'
import { cellText, sentencesText } from '../sentence.ts'
import { type ChartSize, chartMark, putCharts } from './put-charts.ts'

type Part = Paragraph | Table
type Chart = ChartBlock | GanttBlock
type TableBlock = Extract<Block, { kind: 'table' }>
type FigureItems = Extract<Block, { kind: 'figures' }>['items']

/** Twips of an A4 page between its margins. */
const TEXT_WIDTH = 11_906 - 2 * 1134
const INCHES = TEXT_WIDTH / 1440

/** An em of a table's letters, and what lies beside them in a cell, in twips. */
const CELL_EM = 9 * 20
const CELL_PADDING = 230

const CHART_SIZE: ChartSize = { w: INCHES, h: 3.3 }
/** A row of bars needs its height, else their names run into each other; a page holds so many. */
const GANTT_ROW_INCHES = 0.3
const GANTT_ROWS = 26

const HAIR = { style: BorderStyle.SINGLE, size: 4, color: LINE }
const BORDERS = { top: HAIR, bottom: HAIR, left: HAIR, right: HAIR }
const NO_BORDERS = Object.fromEntries(
  ['top', 'bottom', 'left', 'right'].map((side) => [side, { style: BorderStyle.NONE, size: 0, color: 'auto' }]),
)

type RunStyle = { size?: number; color?: string; bold?: boolean }

/** Sizes are half-points. Line breaks of the text stay line breaks. */
function runs(text: string, { size = 21, color = INK, bold = false }: RunStyle = {}): TextRun[] {
  return text
    .split('\n')
    .map((line, i) => new TextRun({ text: line, size, color, bold, ...(i > 0 ? { break: 1 } : {}) }))
}

const paragraph = (text: string, style: RunStyle = {}, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ spacing: { after: 120, line: 320 }, ...options, children: runs(text, style) })

function cell(children: Paragraph[], options: { width: number; shaded?: boolean; borders?: boolean }): TableCell {
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

function tableOf(block: TableBlock, document: ReportDocument): Part[] {
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
      cell([paragraph(title, { size, bold: true, color: INK_SOFT }, { ...tight, ...aligned(i) })], {
        width: widths[i] ?? 0,
        shaded: true,
      }),
    ),
  })
  const rows = block.rows.map(
    ({ cells, depth = 0, strong = false }) =>
      new TableRow({
        cantSplit: cells.every((c) => typeof c !== 'string' || c.length < 400),
        children: cells.map((c, i) =>
          cell(
            [
              paragraph(
                cellText(c, document, 'exact'),
                { size, bold: strong },
                { ...tight, ...aligned(i), ...(i === 0 && depth > 0 ? { indent: { left: depth * 220 } } : {}) },
              ),
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

/** A gap after a table; so low that it does not begin a page of its own. */
const spacer = (): Paragraph =>
  paragraph('', { size: 12 }, { spacing: { before: 0, after: 0, line: 140, lineRule: LineRuleType.EXACT } })

const caption = (text: string): Paragraph =>
  paragraph(text, { size: 21, bold: true, color: INK_SOFT }, { keepNext: true, spacing: { before: 160, after: 80 } })

/** Cards in a row: four where that leaves no lonely last row. */
const figuresInRow = (count: number): number => (count === 4 || count % 4 === 0 || count === 7 ? 4 : 3)

function figuresOf(items: FigureItems, document: ReportDocument): Part[] {
  const inRow = figuresInRow(items.length)
  const width = Math.floor(TEXT_WIDTH / inRow)
  const cellOf = (item: FigureItems[number] | undefined): TableCell => {
    if (!item) return cell([paragraph('')], { width, borders: false })
    const tight = { spacing: { after: 0, line: 280 } }
    return cell(
      [
        paragraph(item.label, { size: 18, color: INK_FAINT }, tight),
        paragraph(
          cellText(item.figure, document, 'short'),
          { size: 32, bold: true },
          { spacing: { after: 0, line: 400 } },
        ),
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

/** Title and chart are one paragraph: no page break comes between them. */
const chartPlace = (block: Chart, index: number): Part[] => [
  new Paragraph({
    children: [
      ...runs(block.title, { size: 21, bold: true, color: INK_SOFT }),
      new TextRun({ text: chartMark(index), break: 1 }),
    ],
    spacing: { before: 160, after: 160 },
  }),
]

const sizeOf = (block: Chart): ChartSize =>
  block.kind === 'gantt' ? { w: INCHES, h: 0.8 + block.rows.length * GANTT_ROW_INCHES } : CHART_SIZE

/** A gantt longer than a page is several. */
const pagedBlock = (block: Block): Block[] =>
  block.kind === 'gantt'
    ? Array.from({ length: Math.ceil(block.rows.length / GANTT_ROWS) }, (_, i) => ({
        ...block,
        rows: block.rows.slice(i * GANTT_ROWS, (i + 1) * GANTT_ROWS),
      }))
    : [block]

function blockParts(block: Block, document: ReportDocument, charts: Chart[]): Part[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_2,
          keepNext: true,
          children: runs(block.text, { size: 26, bold: true }),
        }),
      ]
    case 'paragraph':
      return [paragraph(sentencesText(block.sentences, document))]
    case 'author':
      return block.text
        .split('\n')
        .map((line) =>
          paragraph(line, {}, { indent: { left: 240 }, border: { left: { ...HAIR, size: 18, space: 10 } } }),
        )
    case 'figures':
      return figuresOf(block.items, document)
    case 'table':
      return tableOf(block, document)
    case 'missing':
      return [
        paragraph(
          block.text,
          { color: AMBER },
          { shading: { type: ShadingType.CLEAR, fill: AMBER_SOFT, color: 'auto' } },
        ),
      ]
    default:
      return chartPlace(block, charts.push(block) - 1)
  }
}

function coverParts(document: ReportDocument): Part[] {
  return [
    paragraph(document.title, { size: 56, bold: true }, { spacing: { before: 2400, after: 200, line: 700 } }),
    paragraph(document.subtitle, { size: 28, color: INK_SOFT }, { spacing: { after: 600 } }),
    ...document.facts.map(({ label, value }) => paragraph(`${label}  ${value}`, { color: INK_FAINT })),
    paragraph('', {}, { spacing: { before: 400 } }),
    ...document.chapters.map(({ title }, i) => paragraph(`${i + 1}  ${title}`, { size: 24, color: ACCENT })),
  ]
}

const footer = (title: string): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [
          new TextRun({ text: `${title}  `, size: 16, color: INK_FAINT }),
          new TextRun({ children: [PageNumber.CURRENT], size: 16, color: INK_FAINT }),
        ],
      }),
    ],
  })

/**
 * The document as text with native, editable charts. `at` is the instant the file says it was made; the same document and
 * instant give the same bytes.
 */
export async function renderDocx(document: ReportDocument, at: string): Promise<Uint8Array> {
  const charts: Chart[] = []
  const chapters = document.chapters.flatMap((chapter, i) => [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      pageBreakBefore: true,
      spacing: { after: 240 },
      children: runs(`${i + 1}  ${chapter.title}`, { size: 36, bold: true }),
    }),
    ...chapter.blocks.flatMap(pagedBlock).flatMap((block) => blockParts(block, document, charts)),
  ])
  const file = new Document({
    title: document.title,
    creator: '',
    lastModifiedBy: '',
    styles: { default: { document: { run: { font: { ascii: FONT, hAnsi: FONT, eastAsia: FONT, cs: FONT } } } } },
    sections: [
      {
        properties: { page: { margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 } } },
        footers: { default: footer(document.title) },
        children: [...coverParts(document), ...chapters],
      },
    ],
  })
  const natives = await nativeCharts(charts, document, at)
  const sized = natives.map((chart, i) => ({ ...chart, size: charts[i] ? sizeOf(charts[i]) : CHART_SIZE }))
  const parts = putCharts(officeParts(new Uint8Array(await Packer.toArrayBuffer(file))), sized)
  return fixedBytes(officeFile(parts), at)
}
