import { basename } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Grid, Merge } from '@zhanggui/plan'
import { parse } from 'csv-parse'
import { decodeChunks } from '../../data/spool/decode-chunks.ts'
import { openTables } from '../../data/spool/open-tables.ts'
import { sniffDialect } from '../../data/spool/sniff-dialect.ts'
import type { SourceTable } from '../../data/spool/source-table.ts'
import { guardSize } from '../../data/spool/unpack-limits.ts'

/** A year by weeks has 53; what is longer is no yearly table. */
const ROWS_MAX = 2000
const UNPACKED_BYTES_MAX = 64 * 1024 * 1024
const RECORD_BYTES_MAX = 1024 * 1024

/** A spreadsheet's apostrophe before a formula is no part of the text, nor are signs that no store can hold. */
const cleanCell = (cell: string, isSheet: boolean): string => {
  const text = isSheet ? cell : cell.replace(/^'(?='*[=+\-@\t\r])/, '')
  return text.replaceAll('\0', '').toWellFormed()
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)

function toMerge(reference: string): Merge[] {
  const match = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference)
  if (!match) return []
  const [, fromColumn = '', fromRow, toColumn = '', toRow] = match
  return [
    {
      fromRow: Number(fromRow),
      toRow: Number(toRow),
      fromColumn: columnNumber(fromColumn),
      toColumn: columnNumber(toColumn),
    },
  ]
}

async function readRows(table: SourceTable): Promise<string[][]> {
  const dialect = await sniffDialect(table)
  const limits = { name: table.name, packedBytes: UNPACKED_BYTES_MAX, bytesMax: UNPACKED_BYTES_MAX }
  const parser = parse({
    delimiter: dialect.delimiter ?? ',',
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: RECORD_BYTES_MAX,
    to: ROWS_MAX,
  })
  const rows: string[][] = []
  await pipeline(decodeChunks(guardSize(table.read(), limits), dialect), parser, async (records) => {
    for await (const cells of records as AsyncIterable<string[]>)
      rows.push(cells.map((cell) => cleanCell(cell, table.isSheet)))
  })
  return rows
}

const sheetOf = (table: SourceTable, file: string): string | null =>
  table.isSheet && table.name !== file ? basename(table.name) : null

/**
 * The sheets of a workbook, or the one table of a CSV in any encoding, as texts with their merged cells.
 * Errors: throws `ImportFailure` for a file that is no table.
 */
export async function readGrids(path: string, file: string): Promise<Grid[]> {
  const grids: Grid[] = []
  for (const table of await openTables(path, file)) {
    const merges = (await table.merges?.()) ?? []
    grids.push({ file, sheet: sheetOf(table, file), rows: await readRows(table), merges: merges.flatMap(toMerge) })
  }
  return grids
}
