import { RESULT } from '../codes/result-code.ts'
import { ITEM_KIND } from '../frame/command-kind.ts'
import { ITEM_MASK, PAY, PAY_DEPOSIT, pairAt } from '../frame/layout.ts'
import { moveOrder, retakeOrder } from '../orders/order-lines.ts'
import { hasBit, moveDeadline, retainedUntil, setState, stateOf } from '../orders/order-state.ts'
import { type Admission, clockOf, OUTCOME } from '../state/admission.ts'
import { ITEM, itemRow, type StockColumn } from '../tables/item-rows.ts'
import { CELL, DEPOSIT_BIT, ORDER, ORDER_STATE, PRESALE_BIT } from '../tables/order-rows.ts'
import { findOrder } from './find-order.ts'

const amountIsDue = (core: Admission, order: number, frame: Int32Array, at: number): boolean => {
  const { rows } = core.orders
  const due = order * ORDER.words + ORDER.amount
  return rows[due] === frame[at] && rows[due + 1] === frame[at + 1]
}

/** The presale item of an order; 0: it has none. */
function presaleItem(core: Admission, order: number): number {
  const { cells, orders, items } = core
  let cell = (orders.rows[order * ORDER.words + ORDER.firstLine] as number) - 1
  while (cell >= 0) {
    const item = (cells[cell * CELL.words + CELL.item] as number) & ITEM_MASK
    if (items[itemRow(item) + ITEM.kind] === ITEM_KIND.presale) return item
    cell = (cells[cell * CELL.words + CELL.next] as number) - 1
  }
  return 0
}

const balanceBound = (core: Admission, order: number, bound: number): number =>
  pairAt(core.items, itemRow(presaleItem(core, order)) + bound)

function toState(core: Admission, order: number, state: number, deadline: number, bits = 0): void {
  setState(core, order, state, bits)
  moveDeadline(core, order, deadline)
}

function toRefund(core: Admission, order: number): number {
  toState(core, order, ORDER_STATE.refundDue, retainedUntil(core))
  core.outcome[OUTCOME.detail] = 0
  return RESULT.refund_due
}

function sell(core: Admission, order: number, from: StockColumn): number {
  moveOrder(core, order, from, ITEM.sold)
  toState(core, order, ORDER_STATE.sold, retainedUntil(core))
  return RESULT.accepted
}

/** The hold has lapsed and the money is there: the stock is taken again where it and the limits allow, else it is refunded. */
function sellLate(core: Admission, order: number): number {
  if (retakeOrder(core, order, ITEM.sold) !== RESULT.accepted) return toRefund(core, order)
  toState(core, order, ORDER_STATE.sold, retainedUntil(core))
  return RESULT.accepted_late
}

/** What is wrong with paying this order in full now; 0: nothing. */
function payFault(core: Admission, order: number, state: number, frame: Int32Array, start: number): number {
  if (state === ORDER_STATE.sold) return RESULT.already_paid
  if (state === ORDER_STATE.refundDue) return RESULT.already_refunded
  if (hasBit(core, order, PRESALE_BIT) && !hasBit(core, order, DEPOSIT_BIT)) return RESULT.deposit_missing
  if (state === ORDER_STATE.locked && clockOf(core) < balanceBound(core, order, ITEM.balanceFrom))
    return RESULT.balance_not_open
  return amountIsDue(core, order, frame, start + PAY.amount) ? 0 : RESULT.amount_differs
}

/**
 * The price (a presale's balance) has been paid. Late money for a lapsed order takes the stock again or is due for refund; money
 * for an order that the buyer cancelled is due for refund.
 */
export function pay(core: Admission, frame: Int32Array, start: number): number {
  const order = findOrder(core, frame, start + PAY.order)
  if (order < 0) return RESULT.order_unknown
  const state = stateOf(core, order)
  const fault = payFault(core, order, state, frame, start)
  if (fault) return fault
  if (state === ORDER_STATE.held) return sell(core, order, ITEM.held)
  if (state === ORDER_STATE.locked) return sell(core, order, ITEM.locked)
  return state === ORDER_STATE.lapsed ? sellLate(core, order) : toRefund(core, order)
}

/** From when the deposit is there the lot is locked until the balance window ends. */
function lock(core: Admission, order: number, frame: Int32Array, start: number): void {
  const { rows } = core.orders
  const due = order * ORDER.words + ORDER.amount
  rows[due] = frame[start + PAY_DEPOSIT.balance] as number
  rows[due + 1] = frame[start + PAY_DEPOSIT.balance + 1] as number
  const until = balanceBound(core, order, ITEM.balanceUntil)
  toState(core, order, ORDER_STATE.locked, until, DEPOSIT_BIT)
  core.outcome[OUTCOME.detail] = Math.floor(until / 1000) | 0
}

/**
 * The deposit of a presale has been paid: its units are locked, so that locked units are those of paid deposits at all times.
 * Outcome detail when accepted: the second before which the balance has to be paid.
 */
export function payDeposit(core: Admission, frame: Int32Array, start: number): number {
  const order = findOrder(core, frame, start + PAY_DEPOSIT.order)
  if (order < 0) return RESULT.order_unknown
  const state = stateOf(core, order)
  if (!hasBit(core, order, PRESALE_BIT) || hasBit(core, order, DEPOSIT_BIT)) return RESULT.deposit_unexpected
  if (!amountIsDue(core, order, frame, start + PAY_DEPOSIT.amount)) return RESULT.amount_differs
  if (state === ORDER_STATE.refundDue) return RESULT.already_refunded
  if (state === ORDER_STATE.released) return toRefund(core, order)
  if (state === ORDER_STATE.held) {
    moveOrder(core, order, ITEM.held, ITEM.locked)
    lock(core, order, frame, start)
    return RESULT.accepted
  }
  if (clockOf(core) >= balanceBound(core, order, ITEM.balanceUntil)) return toRefund(core, order)
  if (retakeOrder(core, order, ITEM.locked) !== RESULT.accepted) return toRefund(core, order)
  lock(core, order, frame, start)
  return RESULT.accepted_late
}
