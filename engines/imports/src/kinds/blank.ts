import { type Sql, sqlStrings } from '../sql-text.ts'

/** What exports write where there is no value. `无退款申请` stands in refund columns. */
export const BLANK_WORDS = ['', '-', '--', '–', '—', 'nan', 'null', 'none', 'n/a', '#n/a', '\\n', '无', '无退款申请']

/** 1 where the cell says nothing. */
export const isBlank = (cell: Sql): Sql => `(lower(trimBoth(${cell})) IN (${sqlStrings(BLANK_WORDS).slice(1, -1)}))`

/** The cell without what a spreadsheet wraps around it: `="…"`, a leading apostrophe, full-width forms, outer spaces. */
export const undressed = (cell: Sql): Sql =>
  `trimBoth(replaceRegexpOne(normalizeUTF8NFKC(trimBoth(replaceAll(${cell}, '\\t', ''))), '^(?:="?|\\'|’)(.*?)"?$', '\\\\1'))`
