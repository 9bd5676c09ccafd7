import { pipeline } from 'node:stream/promises'
import { parse } from 'csv-parse'
import { ApiFailure } from '../../../http/api-failure.ts'
import { decodeChunks } from '../../data/spool/decode-chunks.ts'
import { openTables } from '../../data/spool/open-tables.ts'
import { sniffDialect } from '../../data/spool/sniff-dialect.ts'
import { guardSize } from '../../data/spool/unpack-limits.ts'

/** Records are kept by people: a master file is thousands of rows, not millions. Facts come through the importer. */
const ROWS_MAX = 50_000
const UNPACKED_BYTES_MAX = 64 * 1024 * 1024
const RECORD_BYTES_MAX = 1024 * 1024

export type TableRow = { line: number; cells: string[] }

/**
 * The rows of a CSV or the first sheet of a workbook, header first, in any encoding the importer knows.
 * Errors: throws `ImportFailure` for a file that is no table, `unreadable_file` for one that is too long.
 */
export async function readTable(path: string, name: string): Promise<TableRow[]> {
  const [table] = await openTables(path, name)
  if (!table) throw new ApiFailure('unreadable_file', { reason: 'empty' })
  const dialect = await sniffDialect(table)
  const guarded = guardSize(table.read(), { name, packedBytes: UNPACKED_BYTES_MAX, bytesMax: UNPACKED_BYTES_MAX })
  const rows: TableRow[] = []
  await pipeline(decodeChunks(guarded, dialect), createParser(dialect.delimiter ?? ','), async (records) => {
    for await (const { info, record } of records as AsyncIterable<Parsed>) {
      rows.push({ line: info.lines, cells: record })
      if (rows.length > ROWS_MAX) throw new ApiFailure('unreadable_file', { reason: `> ${ROWS_MAX} rows` })
    }
  })
  return rows
}

type Parsed = { info: { lines: number }; record: string[] }

const createParser = (delimiter: string) =>
  parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    info: true,
    max_record_size: RECORD_BYTES_MAX,
  })
