import { RESULT } from '../codes/result-code.ts'
import { RELEASE } from '../frame/layout.ts'
import { giveOrder } from '../orders/order-lines.ts'
import { moveDeadline, retainedUntil, setState, stateOf } from '../orders/order-state.ts'
import type { Admission } from '../state/admission.ts'
import { ITEM } from '../tables/item-rows.ts'
import { ORDER_STATE } from '../tables/order-rows.ts'
import { findOrder } from './find-order.ts'

/** The buyer cancels an order not fully paid: its stock is free again. What becomes of a deposit is not the core's affair. */
export function release(core: Admission, frame: Int32Array, start: number): number {
  const order = findOrder(core, frame, start + RELEASE.order)
  if (order < 0) return RESULT.order_unknown
  const state = stateOf(core, order)
  switch (state) {
    case ORDER_STATE.sold:
      return RESULT.already_paid
    case ORDER_STATE.released:
      return RESULT.already_released
    case ORDER_STATE.lapsed:
      return RESULT.already_lapsed
    case ORDER_STATE.refundDue:
      return RESULT.already_refunded
  }
  giveOrder(core, order, state === ORDER_STATE.held ? ITEM.held : ITEM.locked)
  setState(core, order, ORDER_STATE.released)
  moveDeadline(core, order, retainedUntil(core))
  return RESULT.accepted
}
