import { QueryExport, type QueryResult, type Store } from '@zhanggui/contract'
import type { Context } from '../../context.ts'
import { newWorkbook } from '../../http/new-workbook.ts'
import { parseInput } from '../../http/parse-input.ts'
import { formulaSafe } from '../data/quarantine-file.ts'
import { InsightFailure } from './insight-failure.ts'
import { type Asker, runQuery } from './run-query.ts'

export type QueryFile = { name: string; type: string; bytes: Buffer }

type Cell = string | number | null
type Sheet = { header: string[]; rows: Cell[][] }
type Column = QueryResult['columns'][number]

function readRequest(text: string): Parameters<typeof runQuery>[2] {
  try {
    return JSON.parse(text)
  } catch {
    throw new InsightFailure({
      code: 'unreadable_request',
      message: '参数 request 不是合法的 JSON；请写成查询请求的 JSON 文本。',
      messageEn: 'The parameter request is not JSON; give a query request as JSON text.',
      facts: {},
    })
  }
}

/** Money as its currency writes it, by digits: 123456 is 1234.56. */
function inMajorUnits(minor: number): string {
  const digits = String(Math.abs(minor)).padStart(3, '0')
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** A dimension whose values are ids has a second column with their names. */
const namedColumns = (result: QueryResult): string[] => Object.keys(result.labels ?? {})

function headerOf(column: Column, result: QueryResult, language: 'zh' | 'en'): string[] {
  const name = language === 'zh' ? column.nameZh : column.nameEn
  const title = column.unit === 'money' ? `${name} (${result.currency})` : name
  const named = language === 'zh' ? `${name}名称` : `${name} name`
  return namedColumns(result).includes(column.id) ? [title, named] : [title]
}

function cellsOf(column: Column, value: Cell, result: QueryResult): Cell[] {
  if (column.kind === 'dimension') {
    const names = result.labels?.[column.id]
    return names ? [value, names[String(value)] ?? ''] : [value]
  }
  return [column.unit === 'money' && typeof value === 'number' ? Number(inMajorUnits(value)) : value]
}

const toSheet = (result: QueryResult, language: 'zh' | 'en'): Sheet => ({
  header: result.columns.flatMap((column) => headerOf(column, result, language)),
  rows: result.rows.map((row) => result.columns.flatMap((column) => cellsOf(column, row[column.id] ?? null, result))),
})

function csvCell(cell: Cell): string {
  const text = typeof cell === 'string' ? formulaSafe(cell) : String(cell ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** With a byte-order mark, without which Excel in Chinese reads UTF-8 as GBK. */
const toCsv = ({ header, rows }: Sheet): Buffer =>
  Buffer.from(`\u{feff}${[header, ...rows].map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`)

const FORMATS: Partial<Record<NonNullable<Column['unit']>, string>> = { money: '#,##0.00', ratio: '0.00%' }

async function toXlsx(sheet: Sheet, result: QueryResult): Promise<Buffer> {
  const book = await newWorkbook()
  const page = book.addWorksheet('data', { views: [{ state: 'frozen', ySplit: 1 }] })
  page.addRow(sheet.header).font = { bold: true }
  for (const cells of sheet.rows) page.addRow(cells)
  const formats = result.columns.flatMap((c) => headerOf(c, result, 'zh').map(() => c.unit && FORMATS[c.unit]))
  formats.forEach((format, i) => {
    if (format) page.getColumn(i + 1).numFmt = format
  })
  return Buffer.from(await book.xlsx.writeBuffer())
}

/**
 * The answer to a query as a file: money in major units, ratios as fractions, no value as an empty cell, text that a
 * spreadsheet would run as a formula made harmless.
 * Errors: as `runQuery`, and `unreadable_request` when the question is no JSON.
 */
export async function exportQuery(
  context: Context,
  store: Store,
  input: { asked: QueryExport; format: 'csv' | 'xlsx'; asker?: Asker },
): Promise<QueryFile> {
  const { request, language } = parseInput(QueryExport, input.asked)
  const result = await runQuery(context, store, readRequest(request), input.asker)
  const sheet = toSheet(result, language)
  const name = `${store.id}-${result.columns.map((c) => c.id).join('-')}`.slice(0, 80)
  if (input.format === 'csv') return { name: `${name}.csv`, type: 'text/csv; charset=utf-8', bytes: toCsv(sheet) }
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return { name: `${name}.xlsx`, type, bytes: await toXlsx(sheet, result) }
}
