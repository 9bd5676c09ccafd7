import { assert } from '@zhanggui/kernel'
import type { LifeLine, OrderLife } from './order-life.ts'

export type PlacedLife = {
  orderId: string
  payableCents: number
  /** Part that a presale asks for first; 0 without one. */
  depositCents: number
  lines: readonly Omit<LifeLine, 'backUnits' | 'droppedUnits'>[]
  placedAt: number
  holdUntil: number
  /** A second check is needed until then, UTC ms. */
  checkUntil?: number
}

/** An order whose coupons are locked and whose stock is held: the life of an order begins here. */
export function openLife({ lines, checkUntil, ...placed }: PlacedLife): OrderLife {
  assert(lines.length > 0, 'an order has a line')
  assert(placed.depositCents <= placed.payableCents, 'a deposit is a part of the price')
  return {
    ...placed,
    ...(checkUntil !== undefined && { check: { state: 'waiting', until: Math.min(checkUntil, placed.holdUntil) } }),
    stage: 'placed',
    cancelReason: null,
    paidAt: 0,
    shippedAt: 0,
    receivedAt: 0,
    stock: 'held',
    coupons: 'held',
    lines: lines.map((line) => ({ ...line, droppedUnits: 0, backUnits: 0 })),
    payments: [],
    parcels: [],
    cases: [],
    effects: 0,
    open: [],
  }
}
