import { cutEach, cutUnits } from './limited-units.ts'
import { type Basket, defineMechanic, type Grant } from './mechanic.ts'
import { amount, count, onlyFields, optional, paramProblem, payShare } from './params.ts'
import { percentOf } from './percent-of.ts'

/**
 * Goods again every so many days (周期购), for a share of the price or so much less each time. The ticket is the subscription; a
 * price on it was locked when it began, and later cycles pay no more.
 */
export type Subscription = { everyDays: number; times: number; payBp?: number; cutCents?: number }

function cutOfOne({ payBp = 10_000, cutCents = 0 }: Subscription, locked: number, cents: number): number {
  const now = Math.max(0, percentOf(cents, payBp) - cutCents)
  return cents - Math.min(now, locked)
}

const deliveries = ({ everyDays, times }: Subscription, { lines }: Basket): Grant[] =>
  lines.map(({ lineId }) => ({ kind: 'delivery', lineId, everyDays, times }))

export const subscription = defineMechanic<Subscription>({
  mechanic: 'subscription',
  zh: '周期购',
  en: 'Subscription',
  level: 'item',
  group: 'subscription',
  example: { everyDays: 30, times: 6, payBp: 9000 },
  check(params) {
    const both = params.payBp !== undefined && params.cutCents !== undefined
    return [
      ...onlyFields(params, ['everyDays', 'times', 'payBp', 'cutCents']),
      ...count(params, 'everyDays', 365),
      ...count(params, 'times', 120),
      ...optional(params, 'payBp', () => payShare(params)),
      ...optional(params, 'cutCents', () => amount(params, 'cutCents')),
      ...(both ? paramProblem('payBp', 'not_one_of', '折扣和立减只能填一个', 'a share or an amount, not both') : []),
    ]
  },
  apply(params, basket) {
    const locked = basket.ticket?.unitCents ?? Number.MAX_SAFE_INTEGER
    const cut = cutUnits(basket, {}, (amount, units) => cutEach(amount, units, (one) => cutOfOne(params, locked, one)))
    const grants = deliveries(params, basket)
    return cut.hit ? { ...cut, grants } : { hit: true, grants }
  },
})
