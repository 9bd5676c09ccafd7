import { defineMechanic } from './mechanic.ts'
import { amount, count, onlyFields, optional, rowsOf, text } from './params.ts'

export type PackRow = { couponRuleId: string; count: number }
/** Coupons for the next order (礼包, 满返券), for every buyer of the goods or from `minCents` on. */
export type CouponPack = { coupons: readonly PackRow[]; minCents?: number }

export const couponPack = defineMechanic<CouponPack>({
  mechanic: 'couponPack',
  zh: '礼包',
  en: 'Pack of coupons',
  level: 'reward',
  example: { coupons: [{ couponRuleId: 'coupon-1', count: 2 }] },
  check: (params) => [
    ...onlyFields(params, ['coupons', 'minCents']),
    ...rowsOf(params, 'coupons', (row) => [
      ...onlyFields(row, ['couponRuleId', 'count']),
      ...text(row, 'couponRuleId'),
      ...count(row, 'count', 100),
    ]),
    ...optional(params, 'minCents', () => amount(params, 'minCents')),
  ],
  apply({ coupons, minCents = 0 }, { baseSum }) {
    if (baseSum < minCents) return { hit: false, reason: 'below_threshold', next: { shortCents: minCents - baseSum } }
    return { hit: true, grants: coupons.map((row) => ({ kind: 'coupon', ...row })) }
  },
})
