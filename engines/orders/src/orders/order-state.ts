import { setPair } from '../frame/layout.ts'
import { type Admission, clockOf } from '../state/admission.ts'
import { ORDER, STATE_MASK } from '../tables/order-rows.ts'
import { schedule, tickOf, unschedule } from '../wheel/timing-wheel.ts'

export const stateOf = (core: Admission, order: number): number =>
  (core.orders.rows[order * ORDER.words + ORDER.state] as number) & STATE_MASK

/** Bits beside the state; see `ORDER.state`. */
export const hasBit = (core: Admission, order: number, bit: number): boolean =>
  ((core.orders.rows[order * ORDER.words + ORDER.state] as number) & bit) !== 0

export function setState(core: Admission, order: number, state: number, bits = 0): void {
  const at = order * ORDER.words + ORDER.state
  const { rows } = core.orders
  rows[at] = ((rows[at] as number) & ~STATE_MASK) | state | bits
}

/** Until when an order that is paid or closed now can still be looked up. */
export const retainedUntil = (core: Admission): number => clockOf(core) + core.options.orderRetentionMs

/** Says when the order's next hour strikes, and hangs it on the wheel there. */
export function setDeadline(core: Admission, order: number, deadline: number): void {
  const { rows } = core.orders
  setPair(rows, order * ORDER.words + ORDER.deadline, deadline)
  schedule(core.wheel, rows, order, tickOf(deadline))
}

export function moveDeadline(core: Admission, order: number, deadline: number): void {
  unschedule(core.wheel, core.orders.rows, order)
  setDeadline(core, order, deadline)
}
