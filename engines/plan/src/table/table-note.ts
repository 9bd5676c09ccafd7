import type { SourceRef } from '../plan.ts'

export const TABLE_NOTE_CODES = [
  'column_ignored',
  'row_ignored',
  'other_year',
  'span_split',
  'blank_target',
  'target_unclear',
  'rate_without_base',
  'tool_retired',
  'tool_elsewhere',
  'prohibited_kept',
] as const
export type TableNoteCode = (typeof TABLE_NOTE_CODES)[number]

/** Something that the reading of a table wants its author to know: what was not understood, mapped, or left as text. */
export type TableNote = {
  code: TableNoteCode
  source: SourceRef | null
  text: string
  messageZh: string
  messageEn: string
}
