import { type Sql, sqlString } from './sql-text.ts'

/**
 * How the records of a part are written: `lines` where no cell is quoted, so that a record is a line and its cells lie
 * between delimiters; `csv` where quotes decide. Cutting lines takes the engine a third of the time of reading CSV.
 */
export type PartForm = 'lines' | 'csv'

/**
 * What a part is read with. `cells` is a SELECT of the cells that are `used` (`c0` is the first column's), of `_row` (with the
 * parameter `rowBase`) and of what is odd about a row: `_short` and `_long` (fewer, more cells than the header), `_blank`.
 */
export type PartReading = {
  format: 'LineAsString' | 'CSV'
  structure: string
  settings: Readonly<Record<string, string | number>>
  cells: (source: PartSource, used: readonly number[]) => Sql
}

/** Where the rows of a part come from, and the number of each, counted from 0. */
export type PartSource = { rows: Sql; rowNumber: Sql }

const rowOf = ({ rowNumber }: PartSource): Sql => `${rowNumber} + {rowBase:UInt64} AS _row`

/** Settings of every statement that reads a part. */
const READING = {
  // A statement is used for one import: compiling it costs more than it saves.
  compile_expressions: 0,
  // One thread cuts rows faster than several make values of them; cutting pieces for several to parse costs memory and time.
  input_format_parallel_parsing: 0,
  // The unhashed ids must not be written to any log of statements.
  log_queries: 0,
  // A sheet can have 16,384 columns, and a statement names them all.
  max_query_size: 8 * 1024 * 1024,
  max_ast_elements: 1_000_000,
  max_expanded_ast_elements: 1_000_000,
} as const

const range = (length: number): number[] => Array.from({ length }, (_, i) => i)

/** Every cell as text, the last one telling "too short" from "empty", one more for "too long". */
const csvStructure = (columns: number): string =>
  [...range(columns).map((i) => `c${i} ${i === columns - 1 ? 'Nullable(String)' : 'String'}`), 'overflow String'].join(
    ', ',
  )

/** A sheet with a stray cell far to the right has thousands of columns, and naming them all takes the engine minutes. */
const NAMED_COLUMNS_MAX = 1000

/** Whether no cell of a row holds anything. Of a table too wide to ask, no row counts as blank: it is refused, not lost. */
function isBlankRow(columns: number): Sql {
  if (columns > NAMED_COLUMNS_MAX) return '0'
  const cells = range(columns - 1).map((i) => `c${i} = ''`)
  return [...cells, `ifNull(c${columns - 1}, '') = ''`, "overflow = ''"].join(' AND ')
}

function readCsv(columns: number, delimiter: string): PartReading {
  const last = columns - 1
  const odd = [`isNull(c${last}) AS _short`, "overflow != '' AS _long", `${isBlankRow(columns)} AS _blank`]
  const cell = (i: number): Sql => (i === last ? `ifNull(c${i}, '') AS c${i}` : `c${i}`)
  return {
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
    cells: (source, used) => `SELECT ${[...used.map(cell), '_short', '_long', '_blank', '_row'].join(', ')}
FROM (SELECT ${[...used.map((i) => `c${i}`), ...odd, rowOf(source)].join(', ')} FROM ${source.rows})`,
  }
}

/** A cell beyond the last is empty; a line is blank when it holds nothing but the delimiters between its cells. */
function readLines(columns: number, delimiter: string): PartReading {
  const odd = [
    `length(cells) < ${columns} AS _short`,
    `cells[${columns + 1}] != '' AS _long`,
    'length(text) = length(cells) - 1 AS _blank',
  ]
  return {
    format: 'LineAsString',
    structure: 'line String',
    settings: READING,
    cells: (source, used) => `SELECT ${[...used.map((i) => `cells[${i + 1}] AS c${i}`), ...odd, '_row'].join(', ')}
FROM (SELECT trimRight(line, '\\r') AS text, splitByChar(${sqlString(delimiter)}, text) AS cells, ${rowOf(source)} FROM ${source.rows})`,
  }
}

/** How to read a part of `columns` columns, whatever the file looked like: parts are UTF-8 with line feeds. */
export const readPart = (form: PartForm, columns: number, delimiter: string): PartReading =>
  form === 'csv' ? readCsv(columns, delimiter) : readLines(columns, delimiter)
