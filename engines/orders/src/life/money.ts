import { type Decided, decided, type NewEffect, refused, unchanged, withPayment } from './decision.ts'
import type { OrderLife, Payment, PaymentPart } from './order-life.ts'

/** What came in, less what went or is to go back. */
export const keptCents = ({ payments }: Pick<OrderLife, 'payments'>): number =>
  payments.reduce((sum, { cents, refundDueCents, refundedCents }) => sum + cents - refundDueCents - refundedCents, 0)

/** What is asked for next; `undefined` when nothing is. */
export function duePayment({
  stage,
  check,
  payableCents,
  depositCents,
}: OrderLife): { part: 'whole' | 'deposit' | 'balance'; cents: number } | undefined {
  // Nothing is asked for before the check, and what comes nevertheless goes back.
  if (check?.state === 'waiting') return undefined
  if (stage === 'placed')
    return depositCents > 0 ? { part: 'deposit', cents: depositCents } : { part: 'whole', cents: payableCents }
  return stage === 'deposit' ? { part: 'balance', cents: payableCents - depositCents } : undefined
}

const payment = (paymentId: string, part: PaymentPart, cents: number): Payment => ({
  paymentId,
  part,
  cents,
  refundDueCents: 0,
  refundedCents: 0,
})

/** Money that nobody asked for goes back whole: a second payment, or one for an order that has ended. */
function sendBack(order: OrderLife, paymentId: string, cents: number): Decided {
  const extra = { ...payment(paymentId, 'extra', cents), refundDueCents: cents }
  const after = { ...order, payments: [...order.payments, extra] }
  return decided(
    after,
    [
      { kind: 'money_extra', paymentId, cents },
      { kind: 'refund_asked', paymentId, cents },
    ],
    [{ kind: 'refundPayment', caseId: '', paymentId, cents }],
  )
}

/** A payment came in. The same payment again changes nothing, with another amount it is refused. */
export function takeMoney(order: OrderLife, { paymentId, cents }: { paymentId: string; cents: number }): Decided {
  const known = order.payments.find((p) => p.paymentId === paymentId)
  if (known) return known.cents === cents ? unchanged(order) : refused('amount_differs')
  if (!Number.isSafeInteger(cents) || cents < 0) return refused('amount_invalid')
  const due = duePayment(order)
  if (!due || due.cents !== cents) return sendBack(order, paymentId, cents)
  const { part } = due
  const after: OrderLife = {
    ...order,
    stage: 'settling',
    payments: [...order.payments, payment(paymentId, part, cents)],
  }
  return decided(after, [{ kind: 'money_came', paymentId, cents }], [{ kind: 'takeStock', part, cents }])
}

/** Spreads a refund over the payments it came from, the newest first, so that no payment is refunded beyond itself. */
export function refundOver(
  order: OrderLife,
  caseId: string,
  cents: number,
): { order: OrderLife; effects: NewEffect[] } {
  let left = cents
  let after = order
  const effects: NewEffect[] = []
  for (const from of [...order.payments].reverse()) {
    const room = from.part === 'extra' ? 0 : from.cents - from.refundDueCents - from.refundedCents
    const taken = Math.min(room, left)
    if (taken === 0) continue
    left -= taken
    after = withPayment(after, { ...from, refundDueCents: from.refundDueCents + taken })
    effects.push({ kind: 'refundPayment', caseId, paymentId: from.paymentId, cents: taken })
  }
  return { order: after, effects }
}

/** A refund arrived. */
export function confirmRefund(order: OrderLife, { paymentId, cents }: { paymentId: string; cents: number }): OrderLife {
  const from = order.payments.find((p) => p.paymentId === paymentId)
  if (!from) return order
  const { refundDueCents, refundedCents } = from
  return withPayment(order, {
    ...from,
    refundDueCents: refundDueCents - cents,
    refundedCents: refundedCents + cents,
  })
}
