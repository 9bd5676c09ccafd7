import type { FieldKind } from '../field-kind.ts'
import { isBlank, undressed } from './blank.ts'
import { decimalOf } from './number-text.ts'

/** A share as a fraction: `10%` and `0.1` are both 0.1. */
export const RATIO: FieldKind = {
  id: 'ratio',
  type: 'Nullable(Float64)',
  value: (cell) =>
    `if(endsWith(${undressed(cell)}, '%'), toFloat64(${decimalOf(`replaceAll(${undressed(cell)}, '%', '')`)}) / 100, toFloat64(${decimalOf(cell)}))`,
  fault: { code: 'not_a_ratio', when: (cell, value) => `isNull(${value}) AND NOT ${isBlank(cell)}` },
}

/** A number with decimals that is no money: a score, seconds. */
export const NUMBER: FieldKind = {
  id: 'number',
  type: 'Nullable(Float64)',
  value: (cell) => `toFloat64(${decimalOf(cell)})`,
  fault: { code: 'not_a_number', when: (cell, value) => `isNull(${value}) AND NOT ${isBlank(cell)}` },
}
