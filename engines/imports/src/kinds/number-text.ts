import type { Sql } from '../sql-text.ts'
import { undressed } from './blank.ts'

/** A number written plainly; everything else goes the slow way. */
const PLAIN = `'^[+-]?[0-9]{1,14}(?:\\\\.[0-9]{0,60})?$'`
const EXPONENT = `'^[+-]?[0-9.]+e[+-]?[0-9]{1,2}$'`
/** Sign, digits, fraction, scale word. Accountants' brackets mean minus. */
const DRESSED = `'^(\\\\(?)([+-]?)([0-9]{0,14})(?:\\\\.([0-9]{0,60}))?(万|亿)?\\\\)?$'`

/** Currency signs, units and thousands separators taken off. */
const bare = (cell: Sql): Sql =>
  `replaceRegexpAll(lower(replaceAll(${undressed(cell)}, '−', '-')), '[\\\\s,_¥￥$£€]|人民币|cny|rmb|元|件|人|笔|次|个|gbp|usd|eur', '')`

/** From the groups `g` of a dressed number. */
const FROM_GROUPS = `if(empty(g) OR (g[3] = '' AND g[4] = ''), NULL,
  toDecimal64OrNull(concat(if(g[1] = '(', '-', ''), if(g[2] = '-', '-', ''), if(g[3] = '', '0', g[3]), '.', g[4], '0'), 4)
  * toInt64(if(g[5] = '万', 10000, if(g[5] = '亿', 100000000, 1))))`

/** A lambda over one element stands for a name: the text is undressed once, and only for cells that need it. */
const dressed = (cell: Sql): Sql =>
  `arrayElement(arrayMap(t -> if(match(t, ${EXPONENT}), toDecimal64OrNull(t, 4),
  arrayElement(arrayMap(g -> ${FROM_GROUPS}, [extractGroups(t, ${DRESSED})]), 1)), [${bare(cell)}]), 1)`

/**
 * A decimal number with four places, cut (not rounded) after the fourth: enough for any amount that is then rounded half up
 * to two places, because only the third place decides. NULL when the cell is no number.
 */
export const decimalOf = (cell: Sql): Sql =>
  `if(match(${cell}, ${PLAIN}), toDecimal64OrNull(${cell}, 4), ${dressed(cell)})`
