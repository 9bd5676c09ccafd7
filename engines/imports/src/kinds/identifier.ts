import type { FieldKind } from '../field-kind.ts'
import { isBlank, undressed } from './blank.ts'

/** A number that a spreadsheet has rewritten: 5.1E+18. */
const SCIENTIFIC = `'^[0-9](?:\\\\.[0-9]+)?[eE]\\\\+?[0-9]+$'`

/**
 * A spreadsheet keeps 15 digits and fills the rest with zeros. Three zeros or more at places 16 and beyond are such damage:
 * one real number in a thousand or fewer looks like that, and a wrong order number is worse than a refused row.
 * A cell written as `="…"` or after an apostrophe was text to the spreadsheet too: its zeros are its own.
 */
const zeroFilled = (id: string): string =>
  `(length(${id}) >= 18 AND match(${id}, '^[0-9]{15}0{3,}$') AND NOT match(${id}, '^0+$'))`

const keptAsText = (cell: string): string => `match(${cell}, '^[=\\'’]')`

/** The longest id that is kept whole. */
const LENGTH_MAX = 100

/** Item codes as most shops write them: there is nothing to undress. */
const isPlainCode = (cell: string): string =>
  `(length(${cell}) <= ${LENGTH_MAX} AND match(${cell}, '^[0-9A-Za-z_-]+$'))`

/** An id as text; order numbers have 19 digits and never pass through a number. */
export const IDENTIFIER: FieldKind = {
  id: 'identifier',
  type: 'Nullable(String)',
  // Plain digits are the usual case.
  value: (cell) =>
    `multiIf(isNotNull(toUInt64OrNull(${cell})), ${cell}, ${isBlank(cell)}, NULL, ${isPlainCode(cell)}, ${cell}, leftUTF8(replaceRegexpOne(${undressed(cell)}, '^([0-9]+)\\\\.0$', '\\\\1'), ${LENGTH_MAX}))`,
  fault: {
    code: 'damaged_id',
    when: (cell, value) =>
      `match(assumeNotNull(${value}), ${SCIENTIFIC}) OR (${zeroFilled(`assumeNotNull(${value})`)} AND NOT ${keptAsText(cell)})`,
  },
}
