import type { KindOptions } from '../field-kind.ts'
import type { Sql } from '../sql-text.ts'

const CLOCK = `(?:[T\\\\s]+([0-9]{1,2}):([0-9]{1,2})(?::([0-9]{1,2}))?(?:\\\\.[0-9]+)?)?$`
const YEAR_FIRST = `'^([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?${CLOCK}'`
const YEAR_LAST = `'^([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})${CLOCK}'`
const NO_YEAR = `'^([0-9]{1,2})[-/.月]([0-9]{1,2})日?${CLOCK}'`
const COMPACT = `'^((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})?([0-9]{2})?([0-9]{2})?$'`
/** Days since 1899-12-30, as spreadsheets store dates; 20000 is 1954, 79999 is 2119. */
const SERIAL = `'^[2-7][0-9]{4}(?:\\\\.[0-9]+)?$'`

const padded = (part: Sql, width: number): Sql => `leftPad(if(${part} = '', '0', ${part}), ${width}, '0')`

/** `YYYY-MM-DD hh:mm:ss` from the six groups of a match, the date's three at the given places. */
const assembled = (groups: Sql, [y, m, d]: readonly [Sql, Sql, Sql]): Sql =>
  `concat(${padded(y, 4)}, '-', ${padded(m, 2)}, '-', ${padded(d, 2)}, ' ', ${[4, 5, 6]
    .map((i) => padded(`${groups}[${i}]`, 2))
    .join(`, ':', `)})`

const fromGroups = (cell: Sql, pattern: Sql, place: (g: Sql) => readonly [Sql, Sql, Sql]): Sql =>
  `arrayElement(arrayMap(g -> if(empty(g), '', ${assembled('g', place('g'))}), [extractGroups(${cell}, ${pattern})]), 1)`

/** Without a year there are only five groups: the clock's places move one to the left. */
const fromMonthDay = (cell: Sql, year: number): Sql =>
  `arrayElement(arrayMap(g -> if(empty(g), '', ${assembled("arrayPushFront(g, '')", [`'${year}'`, 'g[1]', 'g[2]'])}), [extractGroups(${cell}, ${NO_YEAR})]), 1)`

const fromSerial = (cell: Sql): Sql =>
  `formatDateTime(toDateTime(toInt64(round((toFloat64OrZero(${cell}) - 25569) * 86400)), 'UTC'), '%Y-%m-%d %H:%i:%S', 'UTC')`

/**
 * Any date form that people and spreadsheets write, as `YYYY-MM-DD hh:mm:ss` local text; '' when it is none. An ambiguous
 * form (05.08.2019) is read only when the file's order of day and month is known. `c` is an undressed cell.
 */
export function localTimeText(c: Sql, { dateOrder, year }: KindOptions): Sql {
  const branches = [
    `match(${c}, ${YEAR_FIRST}), ${fromGroups(c, YEAR_FIRST, (g) => [`${g}[1]`, `${g}[2]`, `${g}[3]`])}`,
    `match(${c}, ${COMPACT}), ${fromGroups(c, COMPACT, (g) => [`${g}[1]`, `${g}[2]`, `${g}[3]`])}`,
    `match(${c}, ${SERIAL}), ${fromSerial(c)}`,
  ]
  if (dateOrder !== 'ymd') {
    const [d, m] = dateOrder === 'dmy' ? [1, 2] : [2, 1]
    branches.push(
      `match(${c}, ${YEAR_LAST}), ${fromGroups(c, YEAR_LAST, (g) => [`${g}[3]`, `${g}[${m}]`, `${g}[${d}]`])}`,
    )
  }
  if (year !== null) branches.push(`match(${c}, ${NO_YEAR}), ${fromMonthDay(c, year)}`)
  return `multiIf(${branches.join(', ')}, '')`
}
