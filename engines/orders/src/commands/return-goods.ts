import { RESULT } from '../codes/result-code.ts'
import { ITEM_BITS, ITEM_MASK, RETURN, RETURN_FLAG } from '../frame/layout.ts'
import { stateOf } from '../orders/order-state.ts'
import { type Admission, OUTCOME } from '../state/admission.ts'
import { uncount } from '../stock/limits.ts'
import { moveUnits, scrapUnits } from '../stock/move-units.ts'
import { ITEM } from '../tables/item-rows.ts'
import { CELL, ORDER, ORDER_STATE } from '../tables/order-rows.ts'
import { findOrder } from './find-order.ts'

const NO_SUCH_LINE = -1

/** Units of the item that were sold with the order and have not come back; -1: it is not in the order. */
function unitsOut(core: Admission, order: number, item: number): number {
  const { cells, orders } = core
  let units = NO_SUCH_LINE
  let cell = (orders.rows[order * ORDER.words + ORDER.firstLine] as number) - 1
  for (; cell >= 0; cell = (cells[cell * CELL.words + CELL.next] as number) - 1) {
    const at = cell * CELL.words
    if (((cells[at + CELL.item] as number) & ITEM_MASK) !== item) continue
    units = Math.max(0, units) + (cells[at + CELL.quantity] as number) - (cells[at + CELL.returned] as number)
  }
  return units
}

/** Marks units as returned, over all lines that hold the item; gives their limits back where asked. */
function markReturned(core: Admission, order: number, item: number, quantity: number, restoreLimit: boolean): void {
  const { cells, orders } = core
  const row = order * ORDER.words
  let left = quantity
  let cell = (orders.rows[row + ORDER.firstLine] as number) - 1
  for (; cell >= 0 && left > 0; cell = (cells[cell * CELL.words + CELL.next] as number) - 1) {
    const at = cell * CELL.words
    const word = cells[at + CELL.item] as number
    if ((word & ITEM_MASK) !== item) continue
    const units = Math.min(left, (cells[at + CELL.quantity] as number) - (cells[at + CELL.returned] as number))
    cells[at + CELL.returned] = (cells[at + CELL.returned] as number) + units
    left -= units
    if (restoreLimit)
      uncount(core, item, units, word >>> ITEM_BITS, orders.rows, row + ORDER.buyer, row + ORDER.address)
  }
}

/** Goods of a paid order come back: to free stock, or out of the stock where they cannot be sold again. */
export function returnGoods(core: Admission, frame: Int32Array, start: number): number {
  const order = findOrder(core, frame, start + RETURN.order)
  if (order < 0) return RESULT.order_unknown
  if (stateOf(core, order) !== ORDER_STATE.sold) return RESULT.order_unpaid
  const quantity = frame[start + RETURN.quantity] as number
  if (quantity < 1) return RESULT.quantity_invalid
  const item = frame[start + RETURN.item] as number
  const out = unitsOut(core, order, item)
  if (out === NO_SUCH_LINE) return RESULT.line_unknown
  if (out < quantity) {
    core.outcome[OUTCOME.detail] = out
    return RESULT.return_exceeds
  }
  const flags = ((frame[start] as number) >>> 8) & 0xff
  markReturned(core, order, item, quantity, (flags & RETURN_FLAG.restoreLimit) !== 0)
  if (flags & RETURN_FLAG.scrap) scrapUnits(core, item, quantity)
  else moveUnits(core, item, quantity, ITEM.sold, ITEM.free)
  return RESULT.accepted
}
