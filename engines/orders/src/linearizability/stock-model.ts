import type { ResultCode } from '../codes/result-code.ts'
import { hashThree } from '../tables/hash.ts'
import type { SequentialModel } from './check-linearizable.ts'

/** What clients did to one item; `order` names an order. */
export type StockInput =
  | { kind: 'reserve'; order: number; quantity: number }
  | { kind: 'pay'; order: number }
  | { kind: 'release'; order: number }
export type StockOutput = Extract<
  ResultCode,
  | 'accepted'
  | 'refund_due'
  | 'out_of_stock'
  | 'order_unknown'
  | 'already_paid'
  | 'already_released'
  | 'already_refunded'
>

type Known = { quantity: number; state: 'held' | 'sold' | 'released' | 'refundDue' }

/** Free units of the item and its orders; `mark` is a hash of the orders, so that states can be told apart quickly. */
export type StockState = { free: number; orders: ReadonlyMap<number, Known>; mark: string; low: number; high: number }

const STATES = { held: 1, sold: 2, released: 3, refundDue: 4 } as const

function withOrder(state: StockState, order: number, known: Known, free: number): StockState {
  const orders = new Map(state.orders)
  const before = orders.get(order)
  orders.set(order, known)
  let { low, high } = state
  for (const one of [before, known]) {
    if (!one) continue
    low ^= hashThree(order, one.quantity, STATES[one.state], 1)
    high ^= hashThree(order, one.quantity, STATES[one.state], 2)
  }
  return { free, orders, low, high, mark: `${free}/${low}/${high}` }
}

function answerOf(state: StockState, input: StockInput): { output: StockOutput; after: StockState } {
  const known = state.orders.get(input.order)
  if (input.kind === 'reserve') {
    if (state.free < input.quantity) return { output: 'out_of_stock', after: state }
    const order: Known = { quantity: input.quantity, state: 'held' }
    return { output: 'accepted', after: withOrder(state, input.order, order, state.free - input.quantity) }
  }
  if (!known) return { output: 'order_unknown', after: state }
  if (known.state === 'sold') return { output: 'already_paid', after: state }
  if (known.state === 'refundDue') return { output: 'already_refunded', after: state }
  if (known.state === 'released') {
    if (input.kind === 'release') return { output: 'already_released', after: state }
    return { output: 'refund_due', after: withOrder(state, input.order, { ...known, state: 'refundDue' }, state.free) }
  }
  const next = { ...known, state: input.kind === 'pay' ? 'sold' : 'released' } as const
  const free = state.free + (input.kind === 'release' ? known.quantity : 0)
  return { output: 'accepted', after: withOrder(state, input.order, next, free) }
}

/**
 * One item with so many units, reserved, paid and released one after another; whichever backend decides must look like it.
 * Orders have ids of their own, and histories are short enough for no hold to lapse.
 */
export const stockModel = (units: number): SequentialModel<StockState, StockInput, StockOutput> => ({
  initial: { free: units, orders: new Map(), mark: `${units}/0/0`, low: 0, high: 0 },
  step(state, input, output) {
    const { output: given, after } = answerOf(state, input)
    return output === undefined || output === given ? after : undefined
  },
  keyOf: (state) => state.mark,
})
