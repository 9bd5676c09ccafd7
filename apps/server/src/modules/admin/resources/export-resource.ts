import type { Context } from '../../../context.ts'
import { newWorkbook } from '../../../http/new-workbook.ts'
import type { Resource } from './define-resource.ts'
import { listAllRows, type ResourceQuery } from './list-resource.ts'
import { type ResourceCaller, visibleFields } from './resource-access.ts'
import type { StoredRow } from './resource-rows.ts'

export type ExportedFile = { name: string; type: string; bytes: Buffer }

type Cell = string | number | null
type Sheet = { header: string[]; rows: Cell[][] }

const STATE_HEADER = { zh: '状态', en: 'State' }

function toSheet(resource: Resource, caller: ResourceCaller, rows: readonly StoredRow[], language: 'zh' | 'en'): Sheet {
  const fields = visibleFields(resource, caller.role)
  const withState = resource.states.length > 0
  const header = fields.map(([, field]) => (language === 'zh' ? field.nameZh : field.nameEn))
  const stateName = ({ state }: StoredRow): string => {
    const known = resource.states.find(({ id }) => id === state)
    return (language === 'zh' ? known?.nameZh : known?.nameEn) ?? ''
  }
  return {
    header: withState ? [...header, STATE_HEADER[language]] : header,
    rows: rows.map((row) => {
      const cells = fields.map(([name, field]) => field.print(row.data[name]))
      return withState ? [...cells, stateName(row)] : cells
    }),
  }
}

const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text)

/** A text that a spreadsheet would run as a formula gets an apostrophe; the import takes it off again. */
const defuse = (text: string): string => (/^[=+\-@\t\r]/.test(text) && !isNumber(text) ? `'${text}` : text)

function csvCell(cell: Cell): string {
  const text = cell === null ? '' : defuse(String(cell))
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** With a byte-order mark, without which Excel in Chinese reads UTF-8 as GBK. */
export function toCsv({ header, rows }: Sheet): Buffer {
  const lines = [header, ...rows].map((cells) => cells.map(csvCell).join(','))
  return Buffer.from(`\u{feff}${lines.join('\r\n')}\r\n`)
}

/** Text cells are typed as text: an id keeps its digits and a formula stays what somebody typed. */
export async function toXlsx({ header, rows }: Sheet, title: string): Promise<Buffer> {
  const book = await newWorkbook()
  const sheet = book.addWorksheet(title)
  sheet.addRow(header).font = { bold: true }
  for (const cells of rows) sheet.addRow(cells)
  sheet.views = [{ state: 'frozen', ySplit: 1 }]
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** Every row that the query finds, as a file that the import reads back. */
export async function exportResource(
  context: Context,
  resource: Resource,
  caller: ResourceCaller,
  { query, format, language }: { query: ResourceQuery; format: 'csv' | 'xlsx'; language: 'zh' | 'en' },
): Promise<ExportedFile> {
  const sheet = toSheet(resource, caller, await listAllRows(context, resource, caller, query), language)
  const name = `${resource.id}.${format}`
  if (format === 'csv') return { name, type: 'text/csv; charset=utf-8', bytes: toCsv(sheet) }
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return { name, type, bytes: await toXlsx(sheet, language === 'zh' ? resource.nameZh : resource.nameEn) }
}
