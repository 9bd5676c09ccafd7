export type Container = 'csv' | 'xlsx' | 'xls' | 'zip' | 'gzip'

/** One table inside a file: the file itself, an entry of an archive, a sheet of a workbook. */
export type SourceTable = {
  /** As people call it: the file's name, with the entry or sheet behind it. */
  name: string
  container: Container
  /** Bytes of delimited text; sheets come as UTF-8 CSV. Each call reads from the start, and a chunk holds until the next is asked for. */
  read(): AsyncIterable<Buffer>
  /** Sheets: rows are numbered as in the workbook, cells with line breaks do not count as lines. */
  isSheet: boolean
  /** Workbooks that tell: the cells that are merged into one, as `A3:A5`. */
  merges?: () => Promise<string[]>
}
