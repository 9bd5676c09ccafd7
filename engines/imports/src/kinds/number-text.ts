import type { Sql } from '../sql-text.ts'
import { undressed } from './blank.ts'

/** Amounts and counts of a shop stay far below; what is larger is refused, so that no product of two overflows. */
export const NUMBER_MAX = 1_000_000_000_000

/** A number written plainly; everything else goes the slow way. */
const PLAIN = `'^[+-]?[0-9]{1,12}(?:\\\\.[0-9]{0,60})?$'`
const EXPONENT = `'^[+-]?[0-9.]+e[+-]?[0-9]{1,2}$'`
/** Sign, digits, fraction, scale word. Accountants' brackets mean minus. */
const DRESSED = `'^(\\\\(?)([+-]?)([0-9]{0,12})(?:\\\\.([0-9]{0,60}))?(万|亿)?\\\\)?$'`

/** Currency signs, units and thousands separators taken off. */
const bare = (cell: Sql): Sql =>
  `replaceRegexpAll(lower(replaceAll(${undressed(cell)}, '−', '-')), '[\\\\s,_¥￥$£€]|人民币|cny|rmb|元|件|人|笔|次|个|gbp|usd|eur', '')`

/** From the groups `g` of a dressed number. */
const FROM_GROUPS = `if(empty(g) OR (g[3] = '' AND g[4] = ''), NULL,
  toDecimal128OrNull(concat(if(g[1] = '(', '-', ''), if(g[2] = '-', '-', ''), if(g[3] = '', '0', g[3]), '.', g[4], '0'), 4)
  * toInt64(if(g[5] = '万', 10000, if(g[5] = '亿', 100000000, 1))))`

const bounded = (number: Sql): Sql =>
  `arrayElement(arrayMap(x -> if(abs(x) < ${NUMBER_MAX}, CAST(x, 'Nullable(Decimal(18, 4))'), NULL), [${number}]), 1)`

/** A lambda over one element stands for a name: the text is undressed once, and only for cells that need it. */
const dressed = (cell: Sql): Sql =>
  `arrayElement(arrayMap(t -> if(match(t, ${EXPONENT}), toDecimal128OrNull(t, 4),
  arrayElement(arrayMap(g -> ${FROM_GROUPS}, [extractGroups(t, ${DRESSED})]), 1)), [${bare(cell)}]), 1)`

/**
 * A decimal number with four places, cut (not rounded) after the fourth: enough for any amount that is then rounded half up
 * to two places, because only the third place decides. NULL when the cell is no number, or one beyond `NUMBER_MAX`.
 */
export const decimalOf = (cell: Sql): Sql =>
  `if(match(${cell}, ${PLAIN}), toDecimal64OrNull(${cell}, 4), ${bounded(dressed(cell))})`
