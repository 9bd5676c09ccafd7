import { andThen, type Decided, decided, type LifeMoment, unchanged } from './decision.ts'
import type { LifeAnswer } from './life-command.ts'
import { confirmRefund } from './money.ts'
import type { EffectKind, OrderLife } from './order-life.ts'
import { couponsGone, couponsUsed, stockGone, stockTaken } from './settle.ts'
import { caseDoneWhenRefunded, gaveBack, replacementGone, replacementTaken } from './settle-case.ts'

const ANSWERS: Readonly<Record<LifeAnswer['kind'], readonly EffectKind[]>> = {
  stockTaken: ['takeStock'],
  stockGone: ['takeStock'],
  couponsUsed: ['useCoupons'],
  couponsGone: ['useCoupons'],
  replacementTaken: ['takeReplacement'],
  replacementGone: ['takeReplacement'],
  gaveBack: ['giveBack'],
  effectDone: ['releaseStock', 'releaseCoupons', 'returnStock', 'refundPayment'],
}

type Open = OrderLife['open'][number]

function afterDone(order: OrderLife, effect: Open): Decided {
  const { caseId, paymentId, cents } = effect
  if (effect.kind !== 'refundPayment') return caseDoneWhenRefunded(order, caseId)
  const confirmed = confirmRefund(order, { paymentId, cents })
  const event = { kind: 'refund_done' as const, paymentId, cents, ...(caseId && { caseId }) }
  return andThen(decided(confirmed, [event]), (after) => caseDoneWhenRefunded(after, caseId))
}

function take(order: OrderLife, effect: Open, answer: LifeAnswer, moment: LifeMoment): Decided {
  switch (answer.kind) {
    case 'stockTaken':
      return stockTaken(order)
    case 'stockGone':
      return stockGone(order)
    case 'couponsUsed':
      return couponsUsed(order, answer.holdUntil, moment)
    case 'couponsGone':
      return couponsGone(order)
    case 'replacementTaken':
      return replacementTaken(order, effect.caseId)
    case 'replacementGone':
      return replacementGone(order, effect.caseId)
    case 'gaveBack':
      return effect.caseId === '' ? decided(order, []) : gaveBack(order, effect.caseId, answer.cents)
    case 'effectDone':
      return afterDone(order, effect)
  }
}

/** An effect was carried out. Told again, or about one that was never given out, it changes nothing. */
export function answerEffect(order: OrderLife, answer: LifeAnswer, moment: LifeMoment): Decided {
  const effect = order.open.find(({ n }) => n === answer.n)
  if (!effect || !ANSWERS[answer.kind].includes(effect.kind)) return unchanged(order)
  const closed = { ...order, open: order.open.filter(({ n }) => n !== answer.n) }
  return take(closed, effect, answer, moment)
}
