import { type CellObject, read, SSF, type WorkSheet } from '@e965/xlsx'
import { csvLine } from './csv-line.ts'

const two = (n: number): string => String(n).padStart(2, '0')

function dateText(serial: number, date1904: boolean): string {
  const at = SSF.parse_date_code(serial, { date1904 })
  if (!at) return String(serial)
  return `${at.y}-${two(at.m)}-${two(at.d)} ${two(at.H)}:${two(at.M)}:${two(Math.floor(at.S))}`
}

/** Numbers keep all their digits, whatever the cell's format shows; dates become local time text. */
function cellText(cell: CellObject | undefined, date1904: boolean): string {
  if (!cell || cell.t === 'z' || cell.t === 'e' || cell.v === undefined) return ''
  if (cell.t === 'n' && SSF.is_date(String(cell.z ?? ''))) return dateText(Number(cell.v), date1904)
  if (cell.t === 'b') return cell.v ? 'TRUE' : 'FALSE'
  return String(cell.v)
}

function* linesOf(sheet: WorkSheet, date1904: boolean): Generator<string> {
  const cells = (sheet['!data'] ?? []) as (CellObject | undefined)[][]
  for (const row of cells) {
    const texts = Array.from(row ?? [], (cell) => cellText(cell, date1904))
    // A row without cells is a blank line, so that rows keep their numbers.
    yield texts.length === 0 ? '\n' : csvLine(texts)
  }
}

/** One visible sheet: its name and its rows as lines of CSV. */
export type XlsSheet = { name: string; lines: Iterable<string> }

/**
 * The visible sheets of a BIFF workbook. Errors: throws whatever the reader makes of a damaged file, and on some damage it
 * runs for ever or takes all memory: call it in a worker with limits only.
 */
export function readXlsSheets(bytes: Buffer): XlsSheet[] {
  const book = read(bytes, { type: 'buffer', dense: true, cellNF: true })
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  return book.SheetNames.flatMap((name, i) => {
    const sheet = book.Sheets[name]
    return sheet?.['!ref'] && !book.Workbook?.Sheets?.[i]?.Hidden ? [{ name, lines: linesOf(sheet, date1904) }] : []
  })
}
