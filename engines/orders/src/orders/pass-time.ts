import { pairAt } from '../frame/layout.ts'
import { noteLapse } from '../risk/velocity.ts'
import type { Admission } from '../state/admission.ts'
import { EVENT, noteEvent } from '../state/event-log.ts'
import { giveRow } from '../tables/free-list.ts'
import { hashId } from '../tables/hash.ts'
import { removeId } from '../tables/id-table.ts'
import { ITEM } from '../tables/item-rows.ts'
import { ORDER, ORDER_STATE } from '../tables/order-rows.ts'
import { advance, TICK_MS, tickOf } from '../wheel/timing-wheel.ts'
import { freeCells, giveOrder } from './order-lines.ts'
import { setDeadline, setState, stateOf } from './order-state.ts'

/** The order's time is over: its stock is free again, and it is kept a while for a late payment. */
function lapse(core: Admission, order: number, state: number): void {
  const row = order * ORDER.words
  const { rows } = core.orders
  const held = state === ORDER_STATE.held
  giveOrder(core, order, held ? ITEM.held : ITEM.locked)
  setState(core, order, ORDER_STATE.lapsed)
  noteEvent(core.events, held ? EVENT.orderLapsed : EVENT.depositLapsed, rows, row + ORDER.id, row + ORDER.deadline)
  // Reckoned from when it was due and not from now: the same however late the clock is read.
  const deadline = pairAt(rows, row + ORDER.deadline)
  noteLapse(core, rows, row + ORDER.buyer, deadline)
  setDeadline(core, order, deadline + core.options.orderRetentionMs)
}

function forget(core: Admission, order: number): void {
  const row = order * ORDER.words
  const { rows } = core.orders
  removeId(core.orders, hashId(rows, row, core.options.hashSeed), order)
  freeCells(core, (rows[row + ORDER.firstLine] as number) - 1)
  giveRow(core.orderList, order)
}

function strike(core: Admission, order: number): void {
  const state = stateOf(core, order)
  if (state === ORDER_STATE.held || state === ORDER_STATE.locked) lapse(core, order, state)
  else forget(core, order)
}

/**
 * Lets time pass: every order whose hour has come lapses, closed ones past their retention are forgotten. An earlier instant
 * than one already given changes nothing. Calls between frames need not be journaled: a frame lets time pass first, so a replay
 * comes to the same state by its own instants.
 */
export function advanceTo(core: Admission, now: number): void {
  if (now > (core.clock[0] as number)) core.clock[0] = now
  const target = Math.floor((core.clock[0] as number) / TICK_MS)
  const { rows } = core.orders
  if ((core.wheel.tick[0] as number) >= target) return
  advance(core.wheel, rows, target, {
    dueTickOf: (order) => tickOf(pairAt(rows, order * ORDER.words + ORDER.deadline)),
    due: (order) => strike(core, order),
  })
}
