import type { FieldKind } from '../field-kind.ts'
import { isBlank } from './blank.ts'
import { INSTANT } from './instant.ts'

/** A business day of the shop. */
export const DAY: FieldKind = {
  id: 'day',
  type: 'Nullable(Date)',
  value: (cell, options) =>
    `arrayElement(arrayMap(c -> if(ifNull(toString(toDateOrNull(c)) = c, 0), toDateOrNull(c), toDate(${INSTANT.value('c', options)}, {timeZone:String})), [${cell}]), 1)`,
  fault: { code: 'not_a_day', when: (cell, value) => `isNull(${value}) AND NOT ${isBlank(cell)}` },
}
