import { pairAt } from '../frame/layout.ts'
import type { Admission } from '../state/admission.ts'
import { CELL, ORDER, ORDER_STATE, type OrderState, STATE_MASK } from '../tables/order-rows.ts'

/** By the number of a state; see `ORDER_STATE`. */
const STATES = Object.keys(ORDER_STATE) as OrderState[]

/** Rows from this one on have never held an order. */
export const orderRowsUsed = (core: Admission): number => core.orderList.head[1] as number

/** What is in a row, without making an object of it: for counts of a million rows. `none`: a free row. */
export const stateOfRow = (core: Admission, order: number): OrderState =>
  STATES[(core.orders.rows[order * ORDER.words + ORDER.state] as number) & STATE_MASK] ?? 'none'

/** When the hold, the balance window or the retention of the order in a row ends, UTC ms. */
export const deadlineOfRow = (core: Admission, order: number): number =>
  pairAt(core.orders.rows, order * ORDER.words + ORDER.deadline)

/** Units of all lines of the order in a row, those returned included. */
export function unitsOfRow(core: Admission, order: number): number {
  const { cells, orders } = core
  let units = 0
  let cell = (orders.rows[order * ORDER.words + ORDER.firstLine] as number) - 1
  while (cell >= 0) {
    units += cells[cell * CELL.words + CELL.quantity] as number
    cell = (cells[cell * CELL.words + CELL.next] as number) - 1
  }
  return units
}
