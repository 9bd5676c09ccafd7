import { keptCents } from './money.ts'
import type { OrderLife } from './order-life.ts'
import { unitsSent } from './units.ts'

/** Every rule an order must obey in every state; the sentences that do not hold. Empty for a sound order. */
export function lifeFaults(order: OrderLife): string[] {
  const { stage, payments, lines, payableCents, depositCents } = order
  const faults: string[] = []
  const rule = (holds: boolean, sentence: string): void => {
    if (!holds) faults.push(sentence)
  }
  for (const { cents, refundDueCents, refundedCents } of payments)
    rule(
      refundDueCents >= 0 && refundedCents >= 0 && refundDueCents + refundedCents <= cents,
      'no payment is refunded beyond itself',
    )
  const kept = keptCents(order)
  rule(kept >= 0 && kept <= payableCents, 'no more is kept than the order costs')
  if (stage === 'placed') rule(kept === 0, 'a placed order keeps no money')
  if (order.check?.state === 'waiting')
    rule(kept === 0 && (stage === 'placed' || stage === 'cancelled'), 'nothing is paid before the second check')
  if (stage === 'deposit') rule(kept === depositCents, 'an order with a deposit keeps just that')
  if (stage === 'cancelled')
    rule(kept === (order.cancelReason === 'forfeited' ? depositCents : 0), 'a cancelled order keeps no money')
  if (stage === 'cancelled') rule(order.stock === 'free' && order.coupons === 'free', 'a cancelled order holds nothing')
  for (const line of lines) {
    const sent = unitsSent(order, line.lineId)
    rule(sent + line.droppedUnits <= line.units, 'no more is sent than was bought and not let go')
    rule(line.backUnits <= sent, 'no more comes back than was sent')
  }
  return faults
}
