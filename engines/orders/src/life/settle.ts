import { endOrder } from './cancel.ts'
import { type Decided, decided, type LifeMoment } from './decision.ts'
import type { OrderLife, PaymentPart } from './order-life.ts'

const partBeingSettled = ({ payments }: OrderLife): PaymentPart | undefined =>
  payments.findLast(({ part }) => part !== 'extra')?.part

/** Stock is the order's: now its coupons, in this order, because coupons are given back more easily than sold units. */
export function stockTaken(order: OrderLife): Decided {
  const part = partBeingSettled(order)
  const after: OrderLife = { ...order, stock: part === 'deposit' ? 'held' : 'taken' }
  return decided(after, [], part && part !== 'extra' ? [{ kind: 'useCoupons', part }] : [])
}

/** The payment came too late for its stock: everything is undone, the money goes back. */
export const stockGone = (order: OrderLife): Decided => endOrder({ ...order, stock: 'free' }, 'stock_gone')

export const couponsGone = (order: OrderLife): Decided => endOrder({ ...order, coupons: 'free' }, 'coupons_gone')

export function couponsUsed(order: OrderLife, holdUntil: number, { now }: LifeMoment): Decided {
  if (partBeingSettled(order) === 'deposit')
    return decided({ ...order, stage: 'deposit', holdUntil }, [{ kind: 'deposit_settled' }])
  return decided({ ...order, stage: 'paid', coupons: 'taken', paidAt: now }, [{ kind: 'paid' }])
}
