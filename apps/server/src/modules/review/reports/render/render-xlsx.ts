import type { ColumnFormula, Figure, Links, ReportDocument } from '@zhanggui/report'
import { isFigure } from '@zhanggui/report'
import type ExcelJS from 'exceljs'
import { newWorkbook } from '../../../../http/new-workbook.ts'
import { MOVEMENT_FORMAT, numberFormat, scaled } from './xlsx-number.ts'

type Block = ReportDocument['chapters'][number]['blocks'][number]
type TableBlock = Extract<Block, { kind: 'table' }>
type Style = Pick<ReportDocument, 'currency' | 'language'>

/** Row of the first figures: title, then the column heads. */
const FIRST_ROW = 3
const SHEET_NAME_MAX = 31

const letter = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : `${letter(Math.floor(column / 26) - 1)}${letter(column % 26)}`

/** Names are unique without regard to case and without the signs that a spreadsheet refuses. */
function sheetName(title: string, used: Set<string>): string {
  const plain = title.replace(/[\\/?*[\]:]/g, ' ').trim() || 'Sheet'
  for (let n = 1; ; n++) {
    const end = n === 1 ? '' : ` ${n}`
    const name = `${plain.slice(0, SHEET_NAME_MAX - end.length)}${end}`
    if (used.has(name.toLowerCase())) continue
    used.add(name.toLowerCase())
    return name
  }
}

/** The formula of a cell; a denominator of nothing gives an empty cell, as everywhere. */
function formulaText(formula: ColumnFormula, row: number, totalRow: number | null): string {
  const at = (column: number, line = row): string => `${letter(column)}${line}`
  switch (formula.kind) {
    case 'ratio':
      return `IF(${at(formula.under)}=0,"",${at(formula.over)}/${at(formula.under)})`
    case 'difference':
      return `${at(formula.of)}-${at(formula.less)}`
    case 'growth':
      return `IF(${at(formula.before)}<=0,"",${at(formula.now)}/${at(formula.before)}-1)`
    case 'share':
      return totalRow === null
        ? ''
        : `IF(${at(formula.of, totalRow)}=0,"",${at(formula.of)}/${at(formula.of, totalRow)})`
  }
}

type Place = { row: number; column: number; totalRow: number | null; isSum: boolean; lastPart: number }

function cellValue(cell: Figure, block: TableBlock, place: Place, style: Style): ExcelJS.CellValue {
  const value = scaled(cell, style.currency)
  const formula = block.columns[place.column]?.formula
  const row = FIRST_ROW + place.row
  if (value === null) return null
  if (formula) {
    const text = formulaText(formula, row, place.totalRow)
    return text === '' ? value : { formula: text, result: value }
  }
  // A count of people of the whole is counted again and is no sum of its parts; only what adds up is added up.
  const adds = place.isSum && addsUp(block, place.column, cell)
  const range = `${letter(place.column)}${FIRST_ROW}:${letter(place.column)}${place.lastPart}`
  return adds ? { formula: `SUM(${range})`, result: value } : value
}

function addsUp(block: TableBlock, column: number, total: Figure): boolean {
  const parts = block.rows.filter(({ sum }) => !sum).map(({ cells }) => cells[column])
  const values = parts.map((cell) => (cell !== undefined && isFigure(cell) ? cell.value : null))
  if (values.some((value) => value === null)) return false
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0) === total.value
}

type Sheet = { name: string; style: Style; links: Links | undefined }

function writeTable(book: ExcelJS.Workbook, block: TableBlock, { name, style, links }: Sheet): void {
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: FIRST_ROW - 1, xSplit: 1 }] })
  sheet.getCell('A1').value = links ? { text: block.title, hyperlink: links.page } : block.title
  sheet.getCell('A1').font = { bold: true, size: 13 }
  sheet.getRow(2).values = block.columns.map(({ title }) => title)
  sheet.getRow(2).font = { bold: true }
  const sumAt = block.rows.findIndex(({ sum }) => sum)
  const totalRow = sumAt < 0 ? null : FIRST_ROW + sumAt
  const lastPart = totalRow === null ? FIRST_ROW + block.rows.length - 1 : totalRow - 1
  for (const [row, { cells, strong, sum, depth = 0 }] of block.rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      const target = sheet.getCell(FIRST_ROW + row, column + 1)
      if (strong) target.font = { bold: true }
      if (!isFigure(cell)) {
        target.value = `${'　'.repeat(column === 0 ? depth : 0)}${cell}`
        continue
      }
      target.value = cellValue(cell, block, { row, column, totalRow, isSum: sum === true, lastPart }, style)
      target.numFmt = cell.as ? MOVEMENT_FORMAT[cell.as] : numberFormat(cell.unit, style)
    }
  }
  for (const [i, { width, title }] of block.columns.entries())
    sheet.getColumn(i + 1).width = Math.max(10, width * 4, [...title].length * 2.2)
}

type ChartBlock = Extract<Block, { kind: 'chart' }>

/** What a chart draws, as a table: a spreadsheet's reader makes the chart that they need. */
function chartTable(block: ChartBlock): TableBlock {
  return {
    kind: 'table',
    title: block.title,
    columns: [
      { title: '', align: 'left', width: 3 },
      ...block.series.map(({ name }) => ({ title: name, align: 'right' as const, width: 3 })),
    ],
    rows: block.categories.map((category, i) => ({
      cells: [
        category,
        ...block.series.map(({ values }): Figure => ({ value: values[i] ?? null, unit: block.unit, ref: block.ref })),
      ],
    })),
  }
}

type FiguresBlock = Extract<Block, { kind: 'figures' }>

const figuresTable = (block: FiguresBlock, title: string): TableBlock => ({
  kind: 'table',
  title,
  columns: [
    { title: '', align: 'left', width: 4 },
    { title: '', align: 'right', width: 4 },
    { title: '', align: 'left', width: 6 },
  ],
  rows: block.items.map(({ label, figure, note }) => ({ cells: [label, figure, note] })),
})

function tableOf(block: Block, chapter: string): TableBlock | null {
  if (block.kind === 'table') return block
  if (block.kind === 'chart') return chartTable(block)
  return block.kind === 'figures' ? figuresTable(block, chapter) : null
}

/**
 * The report's figures as a workbook: a sheet for each table and chart, with live formulas where a reader would check them
 * (sums, shares, ratios, differences). Amounts stand in whole units of the currency. With `links` the title of each table leads to the
 * report, where every figure leads on.
 */
export async function renderXlsx(document: ReportDocument, at: string, links?: Links): Promise<Uint8Array> {
  const book = await newWorkbook()
  book.created = book.modified = new Date(at)
  book.title = document.title
  const used = new Set<string>()
  for (const [i, { title, blocks }] of document.chapters.entries())
    for (const block of blocks) {
      const table = tableOf(block, title)
      if (table) writeTable(book, table, { name: sheetName(`${i + 1} ${table.title}`, used), style: document, links })
    }
  if (used.size === 0) book.addWorksheet(sheetName(document.title, used)).getCell('A1').value = document.title
  return new Uint8Array(await book.xlsx.writeBuffer())
}
