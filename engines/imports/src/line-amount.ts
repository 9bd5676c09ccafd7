import type { Sql } from './sql-text.ts'

/** Larger products are refused by a check; they must not stop the statement before that. */
const AMOUNT_MAX = '1000000000000'

const product = 'abs(toFloat64({quantity}) * toFloat64({unitPrice}))'

/** 1 where quantity × unit price is no amount of a shop. */
export const IS_AMOUNT_TOO_LARGE: Sql = `${product} >= ${AMOUNT_MAX}`

/** Quantity × unit price in minor units, exact, rounded once, half up away from zero. NULL where either is unknown. */
export const LINE_AMOUNT: Sql = `toInt64(round(toDecimal128(if(${IS_AMOUNT_TOO_LARGE}, 0, {quantity}), 0) * {unitPrice}, 2) * 100)`
