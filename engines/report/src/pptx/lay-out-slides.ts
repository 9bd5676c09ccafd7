import type { Block, ReportChapter, ReportDocument, TableColumn } from '../document.ts'
import { columnPlan } from '../office/column-widths.ts'
import type { ChartBlock, GanttBlock } from '../office/draw-chart.ts'
import { cutText, linesOf } from '../office/text-size.ts'
import { cellText, sentencesText } from '../sentence.ts'

/** Inches of a wide slide; the body lies between title and footer. */
export const PAGE = { w: 13.333, h: 7.5, margin: 0.6, bodyTop: 1.35, bodyBottom: 6.85 } as const
export const BODY_W = PAGE.w - 2 * PAGE.margin

const POINTS_PER_INCH = 72
/** Points of a table’s letters: the largest with which it stands on one slide, small ones before a row is left alone on the next. */
const TABLE_FONTS = [15, 14, 13, 12, 11, 10.5, 10, 9.5] as const
const TABLE_FONT_MIN = 10.5
export const TEXT_FONT = 15
const LINE_HEIGHT = 1.35
const CELL_PADDING = 0.1
const ROW_PADDING = 0.14

export type PageRow = { cells: string[]; depth: number; strong: boolean }

/** What one slide shows: one idea. `lead` is a sentence or two above it. */
export type SlideBody =
  | { kind: 'text'; text: string; author: boolean }
  | { kind: 'figures'; items: { label: string; value: string; note: string }[] }
  | {
      kind: 'table'
      columns: readonly TableColumn[]
      /** Inches. */
      widths: number[]
      font: number
      rows: PageRow[]
      heights: number[]
    }
  | { kind: 'chart'; block: ChartBlock }
  | { kind: 'gantt'; block: GanttBlock }
  | { kind: 'missing'; texts: string[] }

export type SlidePlan = { chapter: string; title: string; lead: string; body: SlideBody }

const LEAD_LINES_MAX = 3
export const leadHeight = (lead: string): number =>
  lead === '' ? 0 : (linesOf(lead, emsPerLine(BODY_W, TEXT_FONT)) * TEXT_FONT * LINE_HEIGHT) / POINTS_PER_INCH + 0.15

/** Ems of a font size in so many inches. */
export const emsPerLine = (inches: number, points: number): number => (inches * POINTS_PER_INCH) / points

const GANTT_ROWS = 18
const FIGURES_PER_SLIDE = 8

type TableBlock = Extract<Block, { kind: 'table' }>

type Columns = { widths: number[]; font: number }

/** Ems on a line of each column. */
const columnEms = ({ widths, font }: Columns): number[] =>
  widths.map((inches) => emsPerLine(inches - 2 * CELL_PADDING, font))

/** Inches a row needs: its tallest cell. */
function rowHeight(cells: readonly string[], columns: Columns): number {
  const ems = columnEms(columns)
  const lines = cells.map((cell, i) => linesOf(cell, ems[i] ?? 1))
  return (Math.max(1, ...lines) * columns.font * LINE_HEIGHT) / POINTS_PER_INCH + ROW_PADDING
}

/** The longest text that a row can show on a slide of its own is cut, with a mark; the document as text has it whole. */
function fitting(cell: string, lines: number, emsWide: number): string {
  const [first = '', ...more] = cutText(cell, { emsPerLine: emsWide, lines })
  return more.length === 0 ? first : `${first.slice(0, -1)}…`
}

const CELL_LINES_MAX = 14

function pageRows(block: TableBlock, document: ReportDocument, columns: Columns): PageRow[] {
  const ems = columnEms(columns)
  return block.rows.map(({ cells, depth = 0, strong = false }) => ({
    depth,
    strong,
    cells: cells.map((cell, i) => fitting(cellText(cell, document, 'short'), CELL_LINES_MAX, ems[i] ?? 1)),
  }))
}

const titlesOf = ({ columns }: TableBlock): string[] => columns.map(({ title }) => title)

const columnsAt = (block: TableBlock, document: ReportDocument, font: number): Columns & { fits: boolean } => {
  const em = font / POINTS_PER_INCH
  const given = { total: BODY_W, em, padding: 2 * CELL_PADDING, form: 'short' } as const
  const { widths, scale } = columnPlan(block, document, given)
  return { widths, font: font * scale, fits: scale === 1 }
}

/** The columns with the largest letters with which the whole table stands on one slide. */
function columnsOf(block: TableBlock, document: ReportDocument, lead: string): Columns {
  const room = PAGE.bodyBottom - PAGE.bodyTop - leadHeight(lead)
  const found = TABLE_FONTS.map((font) => columnsAt(block, document, font)).find((columns) => {
    const rows = pageRows(block, document, columns).map(({ cells }) => rowHeight(cells, columns))
    return columns.fits && rows.reduce((sum, height) => sum + height, rowHeight(titlesOf(block), columns)) <= room
  })
  return found ?? columnsAt(block, document, TABLE_FONT_MIN)
}

function tablePages(block: TableBlock, document: ReportDocument, lead: string): SlideBody[] {
  const own = columnsOf(block, document, lead)
  const header = rowHeight(titlesOf(block), own)
  const pages: { rows: PageRow[]; heights: number[] }[] = []
  let left = 0
  for (const row of pageRows(block, document, own)) {
    const height = rowHeight(row.cells, own)
    const page = pages.at(-1)
    if (page && height <= left) {
      page.rows.push(row)
      page.heights.push(height)
    } else {
      const room = PAGE.bodyBottom - PAGE.bodyTop - header - (pages.length === 0 ? leadHeight(lead) : 0)
      pages.push({ rows: [row], heights: [header, height] })
      left = room
    }
    left -= height
  }
  const { columns } = block
  return pages.map((page) => ({ kind: 'table', columns, widths: own.widths, font: own.font, ...page }))
}

const chunks = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size))

const TEXT_LINES = 17

/** The slides of one block, without titles. */
function bodiesOf(block: Block, document: ReportDocument, lead: string): SlideBody[] {
  switch (block.kind) {
    case 'figures':
      return chunks(block.items, FIGURES_PER_SLIDE).map((items) => ({
        kind: 'figures',
        items: items.map(({ label, figure, note }) => ({ label, value: cellText(figure, document, 'short'), note })),
      }))
    case 'table':
      return tablePages(block, document, lead)
    case 'chart':
      return [{ kind: 'chart', block }]
    case 'gantt':
      return chunks(block.rows, GANTT_ROWS).map((rows) => ({ kind: 'gantt', block: { ...block, rows } }))
    case 'author':
      return textBodies(block.text, true)
    case 'missing':
      return [{ kind: 'missing', texts: [block.text] }]
    default:
      return []
  }
}

const textBodies = (text: string, author: boolean): SlideBody[] =>
  cutText(text, { emsPerLine: emsPerLine(BODY_W, TEXT_FONT), lines: TEXT_LINES }).map((piece) => ({
    kind: 'text',
    text: piece,
    author,
  }))

const titleOf = (block: Block): string =>
  block.kind === 'table' || block.kind === 'chart' || block.kind === 'gantt' ? block.title : ''

/** Things that are missing share a slide. */
function joinMissing(slides: SlidePlan[], next: SlidePlan): SlidePlan[] {
  const last = slides.at(-1)
  if (next.body.kind !== 'missing' || last?.body.kind !== 'missing') return [...slides, next]
  const body: SlideBody = { kind: 'missing', texts: [...last.body.texts, ...next.body.texts] }
  return [...slides.slice(0, -1), { ...last, body }]
}

const isShortLead = (lead: string): boolean => linesOf(lead, emsPerLine(BODY_W, TEXT_FONT)) <= LEAD_LINES_MAX

/** Where the last table, chart or row of figures of a chapter stands. */
const lastShown = ({ blocks }: ReportChapter): number =>
  blocks.findLastIndex(({ kind }) => kind === 'table' || kind === 'chart' || kind === 'figures')

function chapterSlides(chapter: ReportChapter, document: ReportDocument): SlidePlan[] {
  const slides: SlidePlan[] = []
  let heading = chapter.title
  let lead = ''
  let carried = ''
  const put = (title: string, body: SlideBody, above: string): void => {
    const joined = joinMissing(slides, { chapter: chapter.title, title: title || heading, lead: above, body })
    slides.splice(0, slides.length, ...joined)
  }
  const flush = (): void => {
    for (const body of textBodies([carried, lead].filter((text) => text !== '').join('\n'), false)) put('', body, '')
    carried = lead = ''
  }
  for (const block of chapter.blocks) {
    if (block.kind === 'heading') {
      // A sentence or two without anything below it introduces what comes next, in place of a slide of its own.
      const labelled = lead === '' ? '' : `${heading}：${lead}`
      const joined = [carried, labelled].filter((text) => text !== '').join('\n')
      if (isShortLead(joined) && chapter.blocks.indexOf(block) < lastShown(chapter)) {
        carried = joined
        lead = ''
      } else flush()
      heading = block.text
    } else if (block.kind === 'paragraph') {
      const text = sentencesText(block.sentences, document)
      lead = lead === '' ? text : `${lead}\n${text}`
    } else {
      const above = [carried, lead].filter((text) => text !== '').join('\n')
      const isLead = block.kind !== 'missing' && block.kind !== 'author' && isShortLead(above)
      if (!isLead) flush()
      const said = isLead ? above : ''
      for (const [i, body] of bodiesOf(block, document, said).entries()) put(titleOf(block), body, i === 0 ? said : '')
      carried = ''
      lead = ''
    }
  }
  flush()
  return slides
}

/** Which slides a document makes, chapter by chapter, one idea each, nothing longer than its slide. */
export const layOutSlides = (document: ReportDocument): SlidePlan[][] =>
  document.chapters.map((chapter) => chapterSlides(chapter, document))
