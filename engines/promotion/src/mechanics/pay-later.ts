import { type Basket, defineMechanic, type ParamProblem } from './mechanic.ts'
import { amount, onlyFields, optional, paramProblem, wholeBetween } from './params.ts'
import { percentOf } from './percent-of.ts'

/**
 * Pay later (先享后付): the goods are paid for once they are received, and the fee of whoever vouches for the buyer is a cost of the
 * seller. Open for orders between two amounts; whom it is open for besides is a matter of the rule's conditions.
 */
export type PayLater = { feeBp: number; minCents?: number; maxCents?: number }

/** The name of this way to pay, as a cart tells it. */
const METHOD = 'payLater'

const checkBounds = ({ minCents = 0, maxCents = Number.MAX_SAFE_INTEGER }: PayLater): ParamProblem[] =>
  minCents <= maxCents
    ? []
    : paramProblem('maxCents', 'max_below_min', '最高金额不能低于最低金额', 'the most cannot be less than the least')

const dueOf = ({ remainingSum, shipping }: Basket): number =>
  shipping.reduce((sum, { feeCents }) => sum + feeCents, remainingSum)

export const payLater = defineMechanic<PayLater>({
  mechanic: 'payLater',
  zh: '先享后付',
  en: 'Pay later',
  level: 'payment',
  group: 'payLater',
  example: { feeBp: 60, minCents: 5000, maxCents: 500_000 },
  check(params) {
    const problems = [
      ...onlyFields(params, ['feeBp', 'minCents', 'maxCents']),
      ...wholeBetween(params, 'feeBp', { min: 0, max: 5000 }),
      ...optional(params, 'minCents', () => amount(params, 'minCents')),
      ...optional(params, 'maxCents', () => amount(params, 'maxCents')),
    ]
    return problems.length > 0 ? problems : checkBounds(params as PayLater)
  },
  apply({ feeBp, minCents = 0, maxCents = Number.MAX_SAFE_INTEGER }, basket) {
    if (basket.cart.payment?.method !== METHOD) return { hit: false, reason: 'nothing_asked' }
    const due = dueOf(basket)
    if (due < minCents) return { hit: false, reason: 'below_threshold', next: { shortCents: minCents - due } }
    if (due > maxCents) return { hit: false, reason: 'above_limit' }
    return { hit: true, grants: [{ kind: 'sellerCost', cents: percentOf(due, feeBp), what: METHOD }] }
  },
})
