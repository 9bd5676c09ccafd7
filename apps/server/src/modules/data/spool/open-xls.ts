import { readFile, stat } from 'node:fs/promises'
import { type CellObject, read, SSF, type WorkSheet } from '@e965/xlsx'
import { csvBytes } from './csv-line.ts'
import { ImportFailure } from './import-failure.ts'
import type { SourceTable } from './source-table.ts'

/** The old format ends at 65,536 rows and is read whole. */
const XLS_BYTES_MAX = 64 * 1024 * 1024

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

function* rowsOf(sheet: WorkSheet, date1904: boolean): Generator<string[]> {
  const cells = (sheet['!data'] ?? []) as (CellObject | undefined)[][]
  for (const row of cells) yield Array.from(row ?? [], (cell) => cellText(cell, date1904))
}

/**
 * The sheets of an old BIFF workbook (.xls), as 生意参谋 still exports them. Hidden sheets are left out.
 * Errors: throws `ImportFailure`.
 */
export async function openXls(path: string, name: string): Promise<SourceTable[]> {
  const { size } = await stat(path)
  if (size > XLS_BYTES_MAX) throw new ImportFailure('too_large_unpacked', { file: name })
  const bytes = await readFile(path)
  const book = (() => {
    try {
      return read(bytes, { type: 'buffer', dense: true, cellNF: true })
    } catch (cause) {
      const code = /password|encrypt/i.test(String(cause)) ? 'encrypted_file' : 'unreadable_file'
      throw new ImportFailure(code, { file: name }, { cause })
    }
  })()
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  const sheets = book.SheetNames.flatMap((sheetName, i) => {
    const sheet = book.Sheets[sheetName]
    return sheet?.['!ref'] && !book.Workbook?.Sheets?.[i]?.Hidden ? [{ sheetName, sheet }] : []
  })
  if (sheets.length === 0) throw new ImportFailure('no_table_inside', { file: name })
  return sheets.map(({ sheetName, sheet }) => ({
    name: sheets.length === 1 ? name : `${name}/${sheetName}`,
    container: 'xls' as const,
    isSheet: true,
    read: () => csvBytes(rowsOf(sheet, date1904)),
  }))
}
