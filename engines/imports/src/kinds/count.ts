import type { FieldKind } from '../field-kind.ts'
import { isBlank } from './blank.ts'
import { decimalOf, NUMBER_MAX } from './number-text.ts'

/** A whole number; `3.0` and `1,234件` are whole, 1.5 is not. */
export const COUNT: FieldKind = {
  id: 'count',
  type: 'Nullable(Int64)',
  value: (cell) =>
    `if(ifNull(abs(toInt64OrNull(${cell})) < ${NUMBER_MAX}, 0), toInt64OrNull(${cell}), arrayElement(arrayMap(d -> if(d = floor(d), toInt64(d), NULL), [${decimalOf(cell)}]), 1))`,
  fault: { code: 'not_a_whole_number', when: (cell, value) => `isNull(${value}) AND NOT ${isBlank(cell)}` },
}
