import { ANSWER_FLAG } from '../apply/answers.ts'
import { RESULT } from '../codes/result-code.ts'
import { ITEM_KIND } from '../frame/command-kind.ts'
import { ITEM_BITS, ITEM_MASK, LINE, LINE_FLAG, RESERVE, RESERVE_FLAG } from '../frame/layout.ts'
import { dropTicket } from '../gate/tickets.ts'
import { freeCells } from '../orders/order-lines.ts'
import { setDeadline } from '../orders/order-state.ts'
import { giveCell, takeCell } from '../orders/take-cell.ts'
import { isBlocked } from '../risk/blocked.ts'
import { judgeReserve } from '../risk/judge.ts'
import { type Admission, clockOf, OUTCOME } from '../state/admission.ts'
import { freeUnits } from '../stock/move-units.ts'
import { freeRows, takeRow } from '../tables/free-list.ts'
import { findId, insertId } from '../tables/id-table.ts'
import { ITEM, itemRow, type StockColumn } from '../tables/item-rows.ts'
import { CELL, CELL_FLAG, ORDER, ORDER_STATE, PRESALE_BIT } from '../tables/order-rows.ts'
import { checkLines } from './check-lines.ts'

const isAnyBlocked = (core: Admission, frame: Int32Array, start: number): boolean =>
  core.blocks.used[0] !== 0 &&
  (isBlocked(core, frame, start + RESERVE.buyer) ||
    isBlocked(core, frame, start + RESERVE.device) ||
    isBlocked(core, frame, start + RESERVE.source) ||
    isBlocked(core, frame, start + RESERVE.address))

/** What a gift line gives as stock stands: the gift, its alternative, or nothing (0) where the order may stand without. */
function giftItem(core: Admission, word: number, alternative: number, quantity: number): number {
  const item = word & ITEM_MASK
  if (freeUnits(core, item) >= quantity) return item
  const known =
    alternative > 0 && alternative < core.options.items && core.items[itemRow(alternative) + ITEM.kind] !== 0
  if (known && core.items[itemRow(alternative) + ITEM.closed] === 0 && freeUnits(core, alternative) >= quantity)
    return alternative
  return (word >>> ITEM_BITS) & LINE_FLAG.mayBeMissing ? 0 : item
}

/** The word of a line's cell, item and flags; 0 where a gift is left out. */
function cellWord(core: Admission, frame: Int32Array, line: number): number {
  const word = frame[line] as number
  const item = word & ITEM_MASK
  if (!((word >>> ITEM_BITS) & LINE_FLAG.gift)) return item
  const given = giftItem(core, word, frame[line + LINE.alternative] as number, frame[line + LINE.quantity] as number)
  if (given === item) return item | (CELL_FLAG.gift << ITEM_BITS)
  core.outcome[OUTCOME.flags] =
    (core.outcome[OUTCOME.flags] as number) | (given === 0 ? ANSWER_FLAG.giftLeftOut : ANSWER_FLAG.giftAlternative)
  return given === 0 ? 0 : given | ((CELL_FLAG.gift | CELL_FLAG.alternative) << ITEM_BITS)
}

/** Takes the lines one by one into cells; on a refusal gives back what was taken. Gives the last cell, or the code below zero. */
function takeLines(core: Admission, frame: Int32Array, start: number, lines: number, column: StockColumn): number {
  const buyer = start + RESERVE.buyer
  const address = start + RESERVE.address
  let chain = -1
  for (let i = 0; i < lines; i++) {
    const line = start + RESERVE.lines + i * LINE.words
    const word = cellWord(core, frame, line)
    if (word === 0) continue
    const cell = takeRow(core.cellList)
    const at = cell * CELL.words
    core.cells[at + CELL.item] = word
    core.cells[at + CELL.quantity] = frame[line + LINE.quantity] as number
    core.cells[at + CELL.returned] = 0
    core.cells[at + CELL.next] = chain + 1
    const code = takeCell(core, cell, column, frame, buyer, address)
    if (code === RESULT.accepted) {
      chain = cell
      continue
    }
    core.outcome[OUTCOME.line] = i
    core.outcome[OUTCOME.flags] = 0
    for (let taken = chain; taken >= 0; taken = (core.cells[taken * CELL.words + CELL.next] as number) - 1)
      giveCell(core, taken, column, frame, buyer, address)
    freeCells(core, cell)
    return -code
  }
  return chain
}

function holdMsOf(core: Admission, frame: Int32Array, start: number): number {
  const { items, options } = core
  const first = (frame[start + RESERVE.lines] as number) & ITEM_MASK
  const asked = frame[start + RESERVE.holdMs] as number
  const holdMs = asked || (items[itemRow(first) + ITEM.holdSeconds] as number) * 1000 || options.holdMs
  return Math.min(holdMs, options.holdMsMax)
}

function writeOrder(core: Admission, frame: Int32Array, start: number, hash: number, chain: number): number {
  const order = takeRow(core.orderList)
  const { rows } = core.orders
  const at = order * ORDER.words
  for (let i = 0; i < 4; i++) rows[at + i] = frame[start + 2 + i] as number
  rows[at + ORDER.firstLine] = chain + 1
  for (let i = 0; i < 6; i++) rows[at + ORDER.buyer + i] = frame[start + RESERVE.buyer + i] as number
  insertId(core.orders, hash, order)
  return order
}

const isPresale = (core: Admission, frame: Int32Array, start: number, lines: number): boolean => {
  for (let i = 0; i < lines; i++) {
    const item = (frame[start + RESERVE.lines + i * LINE.words] as number) & ITEM_MASK
    if (core.items[itemRow(item) + ITEM.kind] === ITEM_KIND.presale) return true
  }
  return false
}

/** A ticket is good for one order. */
function useTickets(core: Admission, frame: Int32Array, start: number, lines: number): void {
  for (let i = 0; i < lines; i++) {
    const item = (frame[start + RESERVE.lines + i * LINE.words] as number) & ITEM_MASK
    const gate = core.items[itemRow(item) + ITEM.gate] as number
    if (gate !== 0) dropTicket(core, gate, frame, start + RESERVE.buyer)
  }
}

/**
 * Reserves all lines or none. The order takes the command's id. With `RESERVE_FLAG.paid` it is sold at once.
 * Outcome detail when accepted: the second (UTC) before which it has to be paid.
 */
export function reserve(core: Admission, frame: Int32Array, start: number, hash: number): number {
  const lines = frame[start + 1] as number
  if (findId(core.orders, hash, frame, start + 2) >= 0) return RESULT.order_exists
  if (freeRows(core.orderList) < 1 || freeRows(core.cellList) < lines) return RESULT.core_full
  const terms = checkLines(core, frame, start, lines)
  if (terms !== RESULT.accepted) return terms
  if (isAnyBlocked(core, frame, start)) return RESULT.blocked
  const verdict = judgeReserve(core, frame, start, lines)
  if (verdict !== RESULT.accepted) return verdict
  const paid = (((frame[start] as number) >>> 8) & RESERVE_FLAG.paid) !== 0
  const chain = takeLines(core, frame, start, lines, paid ? ITEM.sold : ITEM.held)
  if (chain < -1) return -chain
  // Every line was a gift that is gone: there is nothing to order.
  if (chain === -1) return RESULT.gift_gone
  useTickets(core, frame, start, lines)
  const order = writeOrder(core, frame, start, hash, chain)
  core.orders.rows[order * ORDER.words + ORDER.state] =
    (paid ? ORDER_STATE.sold : ORDER_STATE.held) | (isPresale(core, frame, start, lines) ? PRESALE_BIT : 0)
  const deadline = clockOf(core) + (paid ? core.options.orderRetentionMs : holdMsOf(core, frame, start))
  setDeadline(core, order, deadline)
  core.outcome[OUTCOME.detail] = paid ? 0 : Math.floor(deadline / 1000) | 0
  return RESULT.accepted
}
