import type { FieldKind } from '../field-kind.ts'
import { isBlank } from './blank.ts'

const PHONE = `'(^|[^0-9])1[3-9][0-9]{9}([^0-9]|$)'`
const EMAIL = `'[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\\\.[A-Za-z]{2,}'`
const CITIZEN_ID = `'(^|[^0-9])[0-9]{17}[0-9Xx]([^0-9]|$)'`

/** Phones, e-mail addresses and citizen ids out of a text that people wrote. */
export const masked = (text: string): string =>
  `replaceRegexpAll(replaceRegexpAll(replaceRegexpAll(${text}, ${PHONE}, '\\\\1***\\\\2'), ${EMAIL}, '***'), ${CITIZEN_ID}, '\\\\1***\\\\2')`

/** What a buyer wrote, personal data masked. */
export const MASKED_TEXT: FieldKind = {
  id: 'maskedText',
  type: 'Nullable(String)',
  value: (cell) =>
    `if(${isBlank(cell)}, NULL, leftUTF8(${masked(`trimBoth(replaceAll(${cell}, '\\xEF\\xBB\\xBF', ''))`)}, 5000))`,
  fault: null,
}
