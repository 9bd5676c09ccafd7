import { andThen, type Decided, decided, type LifeMoment, type NewEffect, unchanged, withCase } from './decision.ts'
import { keptCents, refundOver } from './money.ts'
import type { AfterSaleCase, OrderLife } from './order-life.ts'
import { shippedWhenAllSent } from './parcels.ts'
import { addBack, addDropped, letsGo } from './units.ts'

const findCase = (order: OrderLife, caseId: string): AfterSaleCase | undefined =>
  order.cases.find((known) => known.caseId === caseId)

const giveBack = ({ caseId, lines, agreedCents }: AfterSaleCase, postage = false): NewEffect => ({
  kind: 'giveBack',
  caseId,
  lines,
  agreedCents,
  postage,
})

const isNothingLeft = ({ lines }: OrderLife): boolean =>
  lines.every(({ units, droppedUnits }) => units === droppedUnits)

const toStock = ({ caseId, lines, scrap }: AfterSaleCase): NewEffect => ({ kind: 'returnStock', caseId, lines, scrap })

/** Units that are let go leave the parcels that were planned with them; those are planned anew. */
const withoutPlans = (order: OrderLife): OrderLife => ({
  ...order,
  parcels: order.parcels.map((parcel) =>
    parcel.state === 'planned' && parcel.forCase === '' ? { ...parcel, state: 'dropped' } : parcel,
  ),
})

function refunding(order: OrderLife, known: AfterSaleCase): OrderLife {
  return withCase(order, { ...known, state: 'refunding', dueAt: 0 })
}

/**
 * Does what was agreed. Goods that came back go to stock, and what they were paid with comes back by the rules of the order; a
 * replacement is taken from stock first, because without one the case becomes a refund.
 */
export function settleCase(order: OrderLife, caseId: string, { now }: LifeMoment): Decided {
  const known = findCase(order, caseId)
  if (!known) return unchanged(order)
  const refundingEvent = { kind: 'case_refunding' as const, caseId }
  if (letsGo(known)) {
    const dropped = addDropped(withoutPlans(refunding(order, known)), known.lines)
    const first = decided(dropped, [refundingEvent], [toStock(known), giveBack(known, isNothingLeft(dropped))])
    return andThen(first, (after) => shippedWhenAllSent(after, now))
  }
  if (known.kind === 'refund') return decided(refunding(order, known), [refundingEvent], [giveBack(known)])
  if (known.kind === 'return') {
    const back = addBack(refunding(order, known), known.lines)
    return decided(back, [refundingEvent], [toStock(known), giveBack(known)])
  }
  const replacing = withCase(order, { ...known, state: 'replacing', dueAt: 0 })
  const take: NewEffect = { kind: 'takeReplacement', caseId, lines: known.lines }
  const effects = known.kind === 'exchange' ? [toStock(known), take] : [take]
  return decided(replacing, [{ kind: 'case_replacing', caseId }], effects)
}

/** A replacement is there: it goes out as a parcel of the case. */
export function replacementTaken(order: OrderLife, caseId: string): Decided {
  const known = findCase(order, caseId)
  if (known?.state !== 'replacing') return unchanged(order)
  const parcel = {
    parcelId: `${caseId}-r`,
    warehouse: '',
    carrier: '',
    trackingNo: '',
    promisedAt: 0,
    state: 'planned' as const,
    lines: known.lines,
    forCase: caseId,
    sentAt: 0,
    scannedAt: 0,
    deliveredAt: 0,
  }
  const sending = withCase({ ...order, parcels: [...order.parcels, parcel] }, { ...known, state: 'sending' })
  return decided(sending, [{ kind: 'case_sending', caseId }])
}

/** Nothing left to replace it with: the money instead. What an exchange brought back stays back. */
export function replacementGone(order: OrderLife, caseId: string): Decided {
  const known = findCase(order, caseId)
  if (known?.state !== 'replacing') return unchanged(order)
  const back = addBack(refunding(order, known), known.lines)
  return decided(
    back,
    [
      { kind: 'case_replacement_gone', caseId },
      { kind: 'case_refunding', caseId },
    ],
    [giveBack(known)],
  )
}

/** What a case gives back is known: it goes back over the payments that the order was paid with. */
export function gaveBack(order: OrderLife, caseId: string, cents: number): Decided {
  const known = findCase(order, caseId)
  if (known?.state !== 'refunding') return unchanged(order)
  const refundCents = Math.min(cents, keptCents(order))
  const { order: due, effects } = refundOver(order, caseId, refundCents)
  const told = withCase(due, { ...known, refundCents })
  const asked = refundCents > 0 ? [{ kind: 'refund_asked' as const, caseId, cents: refundCents }] : []
  return andThen(decided(told, asked, effects), (after) => caseDoneWhenRefunded(after, caseId))
}

/** A case is over when nothing of it is under way any more. */
export function caseDoneWhenRefunded(order: OrderLife, caseId: string): Decided {
  const known = findCase(order, caseId)
  if (known?.state !== 'refunding' || order.open.some((effect) => effect.caseId === caseId)) return unchanged(order)
  const done = decided(withCase(order, { ...known, state: 'done' }), [{ kind: 'case_done', caseId }])
  return andThen(done, endWhenNothingLeft)
}

/** An order of which every unit was let go before it was sent is over. */
function endWhenNothingLeft(order: OrderLife): Decided {
  if (order.stage !== 'paid' || !isNothingLeft(order) || keptCents(order) > 0) return unchanged(order)
  const after: OrderLife = { ...order, stage: 'cancelled', cancelReason: 'buyer', stock: 'free', coupons: 'free' }
  return decided(after, [{ kind: 'cancelled', reason: 'buyer', by: 'buyer' }])
}

/** A replacement arrived. */
export function caseDoneWhenDelivered(order: OrderLife, parcelId: string): Decided {
  const parcel = order.parcels.find((known) => known.parcelId === parcelId)
  const known = parcel && findCase(order, parcel.forCase)
  if (parcel?.state !== 'delivered' || known?.state !== 'sending') return unchanged(order)
  return decided(withCase(order, { ...known, state: 'done', dueAt: 0 }), [{ kind: 'case_done', caseId: known.caseId }])
}
