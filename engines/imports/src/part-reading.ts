import { type Sql, sqlString } from './sql-text.ts'

/**
 * How the records of a part are written: `lines` where no cell is quoted, so that a record is a line and its cells lie
 * between delimiters; `csv` where quotes decide. Cutting lines takes the engine a third of the time of reading CSV.
 */
export type PartForm = 'lines' | 'csv'

/** What a part is read with. `cells` is a SELECT of `c0` … `cN`, `overflow` and `_row` (parameter `rowBase`). */
export type PartReading = {
  format: 'LineAsString' | 'CSV'
  structure: string
  settings: Readonly<Record<string, string | number>>
  cells: (source: Sql) => Sql
}

const ROW = 'rowNumberInAllBlocks() + {rowBase:UInt64} AS _row'

/** Settings of every statement that reads a part. */
const READING = {
  // A statement is used for one import: compiling it costs more than it saves.
  compile_expressions: 0,
  // The unhashed ids must not be written to any log of statements.
  log_queries: 0,
} as const

/** Every cell as text, the last one telling "too short" from "empty", one more for "too long". */
function csvStructure(columns: number): string {
  const cells = Array.from({ length: columns }, (_, i) => `c${i} ${i === columns - 1 ? 'Nullable(String)' : 'String'}`)
  return [...cells, 'overflow String'].join(', ')
}

const readCsv = (columns: number, delimiter: string): PartReading => ({
  format: 'CSV',
  structure: csvStructure(columns),
  settings: {
    ...READING,
    format_csv_delimiter: delimiter,
    input_format_csv_allow_variable_number_of_columns: 1,
    input_format_csv_trim_whitespaces: 0,
    input_format_csv_empty_as_default: 0,
    input_format_defaults_for_omitted_fields: 0,
  },
  cells: (source) => `SELECT *, ${ROW} FROM ${source}`,
})

/** A line's cells by position. One beyond the last is empty, which is just what `overflow` needs. */
function cellsOfLine(columns: number): Sql {
  const cells = Array.from({ length: columns - 1 }, (_, i) => `cells[${i + 1}] AS c${i}`)
  const last = `if(length(cells) < ${columns}, NULL, cells[${columns}]) AS c${columns - 1}`
  return [...cells, last, `cells[${columns + 1}] AS overflow`].join(', ')
}

const readLines = (columns: number, delimiter: string): PartReading => ({
  format: 'LineAsString',
  structure: 'line String',
  settings: READING,
  cells: (source) => `SELECT ${cellsOfLine(columns)}, _row
FROM (SELECT splitByChar(${sqlString(delimiter)}, trimRight(line, '\\r')) AS cells, ${ROW} FROM ${source})`,
})

/** How to read a part of `columns` columns, whatever the file looked like: parts are UTF-8 with line feeds. */
export const readPart = (form: PartForm, columns: number, delimiter: string): PartReading =>
  form === 'csv' ? readCsv(columns, delimiter) : readLines(columns, delimiter)
