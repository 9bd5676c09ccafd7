import { parse } from 'csv-parse/sync'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { TableRow } from '../../admin/resources/read-table.ts'

const ROWS_MAX = 50_000

type Parsed = { info: { lines: number }; record: string[] }

/** What parts the cells of a header: a spreadsheet pastes tabs. */
const delimiterOf = (header: string): string =>
  ['\t', ';'].find((mark) => header.includes(mark) && !header.includes(',')) ?? ','

/**
 * The rows of a table that was pasted or read from a file, header first.
 * Errors: throws `unreadable_file` for a text that is no table or is too long.
 */
export function readPastedTable(text: string): TableRow[] {
  const [header = ''] = text.split(/\r?\n/, 1)
  const options = {
    delimiter: delimiterOf(header),
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    info: true,
  }
  let records: Parsed[]
  try {
    records = parse(text, options) as unknown as Parsed[]
  } catch {
    throw new ApiFailure('unreadable_file', { reason: 'CSV' })
  }
  if (records.length > ROWS_MAX) throw new ApiFailure('unreadable_file', { reason: `> ${ROWS_MAX} rows` })
  return records.map(({ info, record }) => ({ line: info.lines, cells: record }))
}
