import type { Sql } from '../sql-text.ts'
import { undressed } from './blank.ts'

/** A number written plainly; everything else goes the slow way. */
const PLAIN = `'^[+-]?[0-9]{1,14}(?:\\\\.[0-9]{0,60})?$'`
/** Sign, digits, fraction, exponent, scale word. Accountants' brackets mean minus. */
const DRESSED = `'^(\\\\(?)([+-]?)([0-9]{0,14})(?:\\\\.([0-9]{0,17}))?(?:e([+-]?[0-9]{1,2}))?(万|亿)?\\\\)?$'`

/** Currency signs, units and thousands separators taken off. */
const bare = (cell: Sql): Sql =>
  `replaceRegexpAll(lower(replaceAll(${undressed(cell)}, '−', '-')), '[\\\\s,_¥￥$£€]|人民币|cny|rmb|元|件|人|笔|次|个|gbp|usd|eur', '')`

/** Float64 holds 15 digits: exact for a number with an exponent or a scale word as people write them. */
const scaled = (cell: Sql): Sql => {
  const groups = `extractGroups(${bare(cell)}, ${DRESSED})`
  return `arrayElement(arrayMap(g -> if(empty(g) OR (g[3] = '' AND g[4] = ''), NULL,
    toDecimal64OrNull(concat(if(g[1] = '(', '-', ''), if(g[2] = '-', '-', ''), if(g[3] = '', '0', g[3]), '.', g[4], '0'), 4)
    * toInt64(if(g[6] = '万', 10000, if(g[6] = '亿', 100000000, 1)))), [${groups}]), 1)`
}

/** 5.1E3 and the like, without a scale word. */
const exponent = (cell: Sql): Sql => `toDecimal64OrNull(${bare(cell)}, 4)`

/**
 * A decimal number with four places, cut (not rounded) after the fourth: enough for any amount that is then rounded half up
 * to two places, because only the third place decides. NULL when the cell is no number.
 */
export const decimalOf = (cell: Sql): Sql =>
  `multiIf(match(${cell}, ${PLAIN}), toDecimal64OrNull(${cell}, 4), match(${bare(cell)}, '^[+-]?[0-9.]+e[+-]?[0-9]{1,2}$'), ${exponent(cell)}, ${scaled(cell)})`
