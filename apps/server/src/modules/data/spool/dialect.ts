import type { MojibakeKind } from '@zhanggui/text'

/** How a table is written; found from its beginning, then fixed for the whole file. */
export type Dialect = {
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'windows-1252'
  /** The text was read with the wrong encoding and saved again; undone while reading. */
  mojibake: MojibakeKind | null
  /** `null`: columns are parted by runs of blanks. */
  delimiter: ',' | ';' | '\t' | '|' | null
  /** Old Mac files end lines with a bare CR. */
  bareCr: boolean
  /** Index from 0 of the row with the headers; `null` when there is none. */
  headerRow: number | null
  headers: string[]
  /** The first rows below the header. */
  sampleRows: string[][]
}

/**
 * What parts the cells of decoded text. The engine's CSV reader takes no tab, so tabs become the sign that ASCII has for
 * this (unit separator), which no export uses.
 */
export const spooledDelimiter = ({ delimiter }: Dialect): string => (delimiter === '\t' ? '\u001f' : (delimiter ?? ','))
