import { attribute, type XmlPart } from './scan-xml.ts'
import type { CellStyles } from './xlsx-styles.ts'

/** XLSX ends at column XFD. */
const COLUMNS_MAX = 16_384
/** More text than a cell can hold by the standard (32,767), with room for programs that do not care. */
const CELL_CHARS_MAX = 1_100_000
const DAY_MS = 86_400_000

/** `AB12` → 27. A missing reference is the next column. */
function columnIndex(reference: string, next: number): number {
  let index = 0
  for (const char of reference) {
    const code = char.charCodeAt(0)
    if (code < 65 || code > 90) break
    index = index * 26 + code - 64
  }
  return index === 0 ? next : index - 1
}

/** Days since 1899-12-30 (1904-01-01 in old Mac workbooks) as local time text. */
function dateText(serial: number, date1904: boolean): string {
  const ms = Math.round((serial - 25_569 + (date1904 ? 1462 : 0)) * DAY_MS)
  const date = new Date(ms)
  if (Number.isNaN(date.getTime())) return String(serial)
  return date.toISOString().slice(0, 19).replace('T', ' ')
}

type Book = { strings: readonly string[]; styles: CellStyles; date1904: boolean }
type Cell = { type: string; style: number; text: string }

function cellText(cell: Cell, book: Book): string {
  if (cell.type === 's') return book.strings[Number(cell.text)] ?? ''
  if (cell.type === 'b') return cell.text === '1' ? 'TRUE' : 'FALSE'
  if (cell.type === 'e') return ''
  if (cell.type === 'd') return cell.text.replace('T', ' ').replace(/\.\d+$/, '')
  if (cell.type === '' || cell.type === 'n') {
    const number = Number(cell.text)
    if (cell.text !== '' && book.styles[cell.style] && number >= 1 && number < 2_958_466)
      return dateText(number, book.date1904)
  }
  return cell.text
}

/**
 * Rows of a sheet as texts. Numbers keep the digits of the file; dates become local time text. Rows that the file leaves out
 * come as empty ones, so that row numbers hold; the sheet's own "dimension" is not believed.
 */
export async function* readSheetRows(parts: AsyncIterable<XmlPart>, book: Book): AsyncGenerator<string[]> {
  let row: string[] | null = null
  let rowNumber = 0
  let column = -1
  let cell: Cell | null = null
  let inValue = false
  for await (const part of parts) {
    if (part.kind === 'text') {
      if (cell && inValue && cell.text.length < CELL_CHARS_MAX) cell.text += part.text
    } else if (part.kind === 'open') {
      if (part.name === 'row') {
        const number = Number(attribute(part.attributes, 'r')) || rowNumber + 1
        // A row number may jump far ahead in a crafted file; real gaps are short.
        for (let gap = Math.min(number - rowNumber - 1, 1000); gap > 0; gap--) yield []
        rowNumber = Math.max(number, rowNumber + 1)
        row = []
        column = -1
      } else if (part.name === 'c') {
        column = columnIndex(attribute(part.attributes, 'r'), column + 1)
        cell = { type: attribute(part.attributes, 't'), style: Number(attribute(part.attributes, 's') || 0), text: '' }
      } else if (part.name === 'v' || part.name === 't') inValue = true
    } else if (part.name === 'v' || part.name === 't') inValue = false
    else if (part.name === 'c' && cell && row) {
      if (column < COLUMNS_MAX) {
        while (row.length < column) row.push('')
        row[column] = cellText(cell, book)
      }
      cell = null
    } else if (part.name === 'row' && row) {
      yield row
      row = null
    }
  }
}
