import type { ImportField, ImportTarget, RowCheck } from './import-target.ts'
import type { FieldKindId } from './kinds/index.ts'
import type { Sql } from './sql-text.ts'

/** Rows of a second fact table made from the staged rows of the first: a purchase in a tracking log is also an order line. */
export type DerivedRows = {
  target: ImportTarget
  /** Over the first target's fact columns. */
  where: Sql
  columns: Readonly<Record<string, Sql>>
  classify: Sql
}

/** A file form that somebody exports, as a declaration. */
export type ImportFormat = {
  id: string
  nameZh: string
  nameEn: string
  /** The system it comes from: 千牛, 生意参谋, 阿里妈妈, public data, … */
  system: string
  target: ImportTarget
  /**
   * Headers that must all be there for the file to be this form; alternatives in one entry are separated by `|`.
   * For a file without a header row: see `headless`.
   */
  signature: readonly string[]
  /** A file without header: how many columns, and a pattern for each cell of a row. */
  headless?: { columns: readonly string[]; cells: readonly RegExp[] }
  /** Field → headers, in order of preference. `header#2` is the second column of that name. */
  fields: Readonly<Record<string, readonly string[]>>
  /** Fields beyond the target's own. */
  extraFields?: readonly ImportField[]
  /** Required fields of the target that this form can do without, because its SQL says them otherwise. */
  optional?: readonly string[]
  kinds?: Readonly<Record<string, FieldKindId>>
  /** Fact column → SQL, in place of the target's. */
  columns?: Readonly<Record<string, Sql>>
  checks?: readonly RowCheck[]
  classify?: Sql
  /** Which of two rows of one key is further on. */
  rank?: Sql
  identity?: 'natural' | 'content'
  /** Rows that are no data: totals, comments. Over fields. */
  skip?: Sql
  options?: Readonly<Record<string, string>>
  also?: readonly DerivedRows[]
  noteZh: string
  noteEn: string
}

export const importFormat = (format: ImportFormat): ImportFormat => format
