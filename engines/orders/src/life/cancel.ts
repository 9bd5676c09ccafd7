import { type Decided, decided, type NewEffect, refused, unchanged } from './decision.ts'
import { keptCents, refundOver } from './money.ts'
import type { CancelReason, OrderLife } from './order-life.ts'
import { anyUnitsSent } from './units.ts'

/** Ends an order and undoes what it did: what was held is let go, what was taken comes back, what was paid is refunded. */
export function endOrder(order: OrderLife, reason: CancelReason, by?: 'buyer' | 'shop' | 'time'): Decided {
  const undo: NewEffect[] = []
  if (order.stock === 'held') undo.push({ kind: 'releaseStock' })
  if (order.stock === 'taken')
    undo.push({ kind: 'returnStock', caseId: '', lines: order.lines.map(toUnits), scrap: false })
  const depositBack = reason !== 'forfeited'
  if (order.coupons === 'held') undo.push({ kind: 'releaseCoupons', depositBack })
  if (order.coupons === 'taken')
    undo.push({ kind: 'giveBack', caseId: '', lines: order.lines.map(toUnits), agreedCents: 0, postage: true })
  const cents = reason === 'forfeited' ? 0 : keptCents(order)
  const { order: refunded, effects } = refundOver(order, '', cents)
  const after: OrderLife = {
    ...refunded,
    stage: 'cancelled',
    cancelReason: reason,
    stock: 'free',
    coupons: 'free',
    parcels: refunded.parcels.map((parcel) => ({ ...parcel, state: 'dropped' })),
    lines: refunded.lines.map((line) => ({ ...line, droppedUnits: line.units })),
  }
  const asked = cents > 0 ? [{ kind: 'refund_asked' as const, cents }] : []
  return decided(after, [{ kind: 'cancelled', reason, ...(by && { by }) }, ...asked], [...undo, ...effects])
}

const toUnits = ({ lineId, units }: { lineId: string; units: number }) => ({ lineId, units })

/**
 * The buyer or the shop lets an order go before anything was sent, or its time is over. While money is being settled it has to wait;
 * once something is on its way, or an after-sale case is open, what happens next is after-sale.
 */
export function cancel(order: OrderLife, { by }: { by: 'buyer' | 'shop' | 'time' }): Decided {
  if (order.stage === 'cancelled') return unchanged(order)
  if (order.stage === 'settling') return refused('settling_now')
  if (order.stage === 'placed') return endOrder(order, by === 'time' ? 'lapsed' : by, by)
  if (order.stage === 'deposit') return endOrder(order, by === 'shop' ? 'shop' : 'forfeited', by)
  if (order.stage !== 'paid' || by === 'time') return refused('wrong_stage')
  if (anyUnitsSent(order) || order.cases.length > 0) return refused('already_sent')
  return endOrder(order, by, by)
}
