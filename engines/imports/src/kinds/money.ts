import type { FieldKind } from '../field-kind.ts'
import { isBlank } from './blank.ts'
import { decimalOf } from './number-text.ts'

/** An amount in major units (yuan, pounds) to whole minor units, rounded once, half up away from zero, digit by digit. */
export const MONEY: FieldKind = {
  id: 'money',
  type: 'Nullable(Int64)',
  value: (cell) => `toInt64(round(${decimalOf(cell)}, 2) * 100)`,
  fault: { code: 'not_an_amount', when: (cell, value) => `isNull(${value}) AND NOT ${isBlank(cell)}` },
}

/** A price that is multiplied before it is rounded: four decimals kept. */
export const UNIT_PRICE: FieldKind = {
  id: 'unitPrice',
  type: 'Nullable(Decimal(18, 4))',
  value: (cell) => decimalOf(cell),
  fault: MONEY.fault,
}
