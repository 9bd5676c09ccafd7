import type { FieldKind, KindOptions } from '../field-kind.ts'
import type { Sql } from '../sql-text.ts'
import { isBlank, undressed } from './blank.ts'
import { localTimeText } from './date-text.ts'

const ZONED = `'^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:.]+(?:Z|[+-][0-9]{2}:?[0-9]{2})$'`

/** A local time, checked by writing it out again: 30 February would otherwise slip into March unseen. */
const local = (text: Sql): Sql =>
  `arrayElement(arrayMap(t -> if(toString(toDateTimeOrNull(t, {timeZone:String}), {timeZone:String}) = t, toDateTimeOrNull(t, {timeZone:String}), NULL), [${text}]), 1)`

const isCanonical = (cell: Sql): Sql =>
  `ifNull(toString(toDateTimeOrNull(${cell}, {timeZone:String}), {timeZone:String}) = ${cell}, 0)`

/** The forms that are not read at once; `u` is the undressed cell. */
const slowly = (options: KindOptions): Sql =>
  `multiIf(match(u, '^1[0-9]{9}$'), toDateTime(toUInt32OrZero(u), {timeZone:String}),
    match(u, '^1[0-9]{12}$'), toDateTime(toUInt32(intDiv(toUInt64OrZero(u), 1000)), {timeZone:String}),
    match(u, ${ZONED}), parseDateTimeBestEffortOrNull(u, {timeZone:String}),
    ${local(localTimeText('u', options))})`

/** A moment, written in the shop's local time unless it carries an offset. */
export const INSTANT: FieldKind = {
  id: 'instant',
  type: "Nullable(DateTime64(3, 'UTC'))",
  value: (cell, options) =>
    `toDateTime64(if(${isCanonical(cell)}, toDateTimeOrNull(${cell}, {timeZone:String}),
    arrayElement(arrayMap(u -> ${slowly(options)}, [${undressed(cell)}]), 1)), 3, 'UTC')`,
  fault: { code: 'not_a_time', when: (cell, value) => `isNull(${value}) AND NOT ${isBlank(cell)}` },
}

/** Seconds since 1970, as tracking logs write them. */
export const UNIX_SECONDS: FieldKind = {
  id: 'unixSeconds',
  type: "Nullable(DateTime64(3, 'UTC'))",
  value: (cell) => `toDateTime64(toDateTime(toUInt32OrNull(${cell}), 'UTC'), 3, 'UTC')`,
  fault: { code: 'not_a_time', when: (cell, value) => `isNull(${value}) AND NOT ${isBlank(cell)}` },
}
