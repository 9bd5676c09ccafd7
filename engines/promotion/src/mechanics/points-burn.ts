import { type Basket, defineMechanic } from './mechanic.ts'
import { amount, count, onlyFields, optional, wholeBetween } from './params.ts'
import { percentOf } from './percent-of.ts'

/**
 * Points for money (积分抵扣, 淘金币): `stepPoints` are worth `stepCents`, whole steps only, for at most `capBp` of what the goods pay,
 * and not below `minPoints`.
 */
export type PointsBurn = { stepPoints: number; stepCents: number; capBp?: number; minPoints?: number }

/** Points that the buyer wants to use and has. */
function usable({ cart, buyer }: Basket): number {
  return Math.min(cart.pointsToUse ?? 0, buyer.pointsBalance ?? Number.MAX_SAFE_INTEGER)
}

export const pointsBurn = defineMechanic<PointsBurn>({
  mechanic: 'pointsBurn',
  zh: '积分抵扣',
  en: 'Points used',
  level: 'points',
  group: 'pointsBurn',
  example: { stepPoints: 100, stepCents: 100, capBp: 5000 },
  check: (params) => [
    ...onlyFields(params, ['stepPoints', 'stepCents', 'capBp', 'minPoints']),
    ...count(params, 'stepPoints'),
    ...amount(params, 'stepCents'),
    ...optional(params, 'capBp', () => wholeBetween(params, 'capBp', { min: 1, max: 10_000 })),
    ...optional(params, 'minPoints', () => count(params, 'minPoints')),
  ],
  apply({ stepPoints, stepCents, capBp = 10_000, minPoints = 1 }, basket) {
    if (!basket.cart.pointsToUse) return { hit: false, reason: 'nothing_asked' }
    const points = usable(basket)
    if (points < Math.max(stepPoints, minPoints)) return { hit: false, reason: 'not_enough_points' }
    const mostCents = Math.min(basket.mostCents, percentOf(basket.remainingSum, capBp))
    const steps = Math.min(Math.floor(points / stepPoints), Math.floor(mostCents / stepCents))
    if (steps === 0) return { hit: false, reason: 'nothing_left' }
    return { hit: true, off: steps * stepCents, grants: [{ kind: 'pointsUsed', points: steps * stepPoints }] }
  },
})
