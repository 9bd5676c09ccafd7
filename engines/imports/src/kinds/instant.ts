import type { FieldKind } from '../field-kind.ts'
import type { Sql } from '../sql-text.ts'
import { isBlank, undressed } from './blank.ts'
import { localTimeText } from './date-text.ts'

const ZONED = `'^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:.]+(?:Z|[+-][0-9]{2}:?[0-9]{2})$'`

/** A local time, checked by writing it out again: 30 February would otherwise slip into March unseen. */
const local = (text: Sql): Sql =>
  `arrayElement(arrayMap(t -> if(toString(toDateTimeOrNull(t, {timeZone:String}), {timeZone:String}) = t, toDateTimeOrNull(t, {timeZone:String}), NULL), [${text}]), 1)`

const isCanonical = (cell: Sql): Sql =>
  `ifNull(toString(toDateTimeOrNull(${cell}, {timeZone:String}), {timeZone:String}) = ${cell}, 0)`

/** A moment, written in the shop's local time unless it carries an offset. */
export const INSTANT: FieldKind = {
  id: 'instant',
  type: "Nullable(DateTime64(3, 'UTC'))",
  value: (cell, options) =>
    `toDateTime64(multiIf(${isCanonical(cell)}, toDateTimeOrNull(${cell}, {timeZone:String}),
    match(${undressed(cell)}, '^1[0-9]{9}$'), toDateTime(toUInt32OrZero(${undressed(cell)}), {timeZone:String}),
    match(${undressed(cell)}, '^1[0-9]{12}$'), toDateTime(toUInt32(intDiv(toUInt64OrZero(${undressed(cell)}), 1000)), {timeZone:String}),
    match(${undressed(cell)}, ${ZONED}), parseDateTimeBestEffortOrNull(${undressed(cell)}, {timeZone:String}),
    ${local(localTimeText(cell, options))}), 3, 'UTC')`,
  fault: { code: 'not_a_time', when: (cell, value) => `isNull(${value}) AND NOT ${isBlank(cell)}` },
}

/** Seconds since 1970, as tracking logs write them. */
export const UNIX_SECONDS: FieldKind = {
  id: 'unixSeconds',
  type: "Nullable(DateTime64(3, 'UTC'))",
  value: (cell) => `toDateTime64(toDateTime(toUInt32OrNull(${cell}), 'UTC'), 3, 'UTC')`,
  fault: { code: 'not_a_time', when: (cell, value) => `isNull(${value}) AND NOT ${isBlank(cell)}` },
}
