import type { TableName } from '@zhanggui/facts'
import type { FieldKindId } from './kinds/index.ts'
import type { Sql } from './sql-text.ts'

/** One thing that a column of a file can be mapped to. */
export type ImportField = {
  id: string
  nameZh: string
  nameEn: string
  kind: FieldKindId
  /** Read from the column of this other field: an address gives the city too. Nobody maps it by hand. */
  follows?: string
  /** A row without it is refused. */
  required?: boolean
  /** Headers that mean this field, any spelling; the names count too. */
  synonyms: readonly string[]
}

/** A rule about the row as a whole; `field` is the one that is named in the quarantine file. */
export type RowCheck = { when: Sql; code: string; field: string }

/**
 * How mapped fields become rows of one fact table.
 * In SQL here `{createdAt}` is the field's value (NULL where the file has no such column) and `{=kind}` the import's option.
 */
export type ImportTarget = {
  id: string
  table: TableName
  nameZh: string
  nameEn: string
  fields: readonly ImportField[]
  /** Fact column → SQL. Columns left out take the neutral value of their type. */
  columns: Readonly<Record<string, Sql>>
  /**
   * `natural`: the table's own key says what a row is. `content`: rows have no name of their own; equal rows are told apart
   * by counting them within their file, so a file that comes twice adds nothing and a line that stands twice stays twice.
   */
  identity: 'natural' | 'content'
  /** Says, from the fields a file has, that its rows are told apart by content although the target's own are not. */
  contentWhen?: (mapped: ReadonlySet<string>) => boolean
  /** Where the identity of a `content` row is kept. */
  identityColumn?: string
  checks?: readonly RowCheck[]
  /** What sort of row it is, for the import's summary. */
  classify: Sql
  /** Progress of a row's state, so that an older export never takes it back. */
  rank?: Sql
}
