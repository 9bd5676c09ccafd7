import { describe, expect, it } from 'vitest'
import { type PaidOrder, type Refund, type RefundPolicy, type ReturnRequest, refundOrder } from '../../src/index.ts'
import { CROSS_SHOP, line, PLATFORM_COUPON, paidOrder, SHOP_COUPON, spend } from '../support/order.ts'

const back = (lineId: string, units = 1): ReturnRequest => ({ lines: [{ lineId, units }] })

function refunds(order: PaidOrder, policy: RefundPolicy, requests: readonly ReturnRequest[]): readonly Refund[] {
  const result = refundOrder(order, policy, requests)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value.refunds
}
const amounts = (order: PaidOrder, policy: RefundPolicy, requests: readonly ReturnRequest[]): number[] =>
  refunds(order, policy, requests).map((r) => r.refundCents)

// 100 + 200 (shop 甲) + 300 (shop 乙), 甲 200−50, platform 200−100, coupon 150: pays 45.45, 90.91, 163.64.
const LAYERED = paidOrder({
  rules: [
    spend('甲满200减50', 20_000, 5000, { shopId: '甲' }),
    spend('平台满200减100', 20_000, 10_000, {
      ...CROSS_SHOP,
      payers: [
        { payer: 'platform', bp: 7000 },
        { payer: 'shop', bp: 3000 },
      ],
    }),
    spend('150券', 20_000, 15_000, { ...PLATFORM_COUPON, payers: [{ payer: 'platform', bp: 10_000 }] }),
  ],
  lines: [line('a', 10_000), line('b', 20_000), line('c', 30_000, { shopId: '乙' })],
  cart: { claims: [{ claimId: 'k', ruleId: '150券' }] },
})

describe('refunds that keep shares', () => {
  it('[P7.12] a line of a cart with three stacked discounts gives back what it paid, to the fen', () => {
    expect(amounts(LAYERED, 'keepShares', [back('b'), back('c'), back('a')])).toEqual([9091, 16_364, 4545])
  })

  it('[P7.12] units of a line that cannot be split evenly give back the odd fen first and close to zero', () => {
    const order = paidOrder({ rules: [spend('r', 2000, 1000)], lines: [line('a', 1000, { quantity: 3 })] })
    expect(amounts(order, 'keepShares', [back('a'), back('a'), back('a')])).toEqual([667, 667, 666])
    expect(amounts(order, 'keepShares', [back('a', 2), back('a')])).toEqual([1334, 666])
  })

  it('[P6.03] the return of one shop gives each bearer of a cross-shop reduction its part for that shop back', () => {
    const [refund] = refunds(LAYERED, 'keepShares', [back('c')])
    expect(refund?.refundCents).toBe(16_364)
    // 乙 had 54.55 of the cross-shop reduction, 70 % of it on the platform, and 81.81 of the platform's coupon.
    expect(refund?.reversed.map(({ ruleId, payer, cents }) => [ruleId, payer, cents])).toEqual([
      ['平台满200减100', 'platform', 3819],
      ['平台满200减100', 'shop', 1636],
      ['150券', 'platform', 8181],
    ])
    expect(refund?.reversed.every(({ shopId }) => shopId === '乙')).toBe(true)
  })
})

describe('refunds by the price of the rest', () => {
  it('[P6.03] losing a threshold claws its reduction back from what is returned', () => {
    const order = paidOrder({
      rules: [spend('r', 30_000, 4000)],
      lines: [line('a', 20_000), line('b', 12_000)],
    })
    const [first, second] = refunds(order, 'requalify', [back('b'), back('a')])
    // 320 − 40 = 280 paid; a alone costs 200, so 80 come back: 105 paid for b less 25 that a had saved.
    expect(first?.refundCents).toBe(8000)
    expect(first?.lines).toEqual([
      { lineId: 'a', unitsBack: 0, paidBackCents: 0, clawBackCents: 2500 },
      { lineId: 'b', unitsBack: 1, paidBackCents: 10_500, clawBackCents: 0 },
    ])
    expect(second?.refundCents).toBe(20_000)
  })

  it('[P7.12] a refund is never negative: what the rest would cost beyond the payment is not collected', () => {
    const order = paidOrder({
      rules: [spend('r', 30_000, 20_000)],
      lines: [line('a', 20_000), line('b', 12_000)],
    })
    const [first, second] = refunds(order, 'requalify', [back('b'), back('a')])
    expect([first?.refundCents, first?.after.uncollectedCents]).toEqual([0, 8000])
    expect(second?.refundCents).toBe(12_000)
  })

  it('[P7.12] the rest keeps a lower tier that it still reaches', () => {
    const tiers = [
      { minCents: 30_000, cutCents: 4000 },
      { minCents: 60_000, cutCents: 10_000 },
    ]
    const order = paidOrder({
      rules: [spend('r', 1, 1, { params: { tiers } })],
      lines: [line('a', 40_000), line('b', 25_000)],
    })
    expect(amounts(order, 'requalify', [back('b'), back('a')])).toEqual([19_000, 36_000])
  })
})

describe('postage', () => {
  const order = paidOrder({
    rules: [spend('r', 10_000, 1000)],
    lines: [line('a', 20_000)],
    cart: { shipping: [{ shopId: '甲', feeCents: 1000 as never }] },
  })

  it.each(['keepShares', 'requalify'] as const)('%s: postage stays paid until it is given back by name', (policy) => {
    expect(amounts(order, policy, [back('a'), { lines: [], postageOf: ['甲'] }])).toEqual([19_000, 1000])
    expect(amounts(order, policy, [{ lines: [{ lineId: 'a', units: 1 }], postageOf: ['甲'] }])).toEqual([20_000])
  })
})

describe('coupons that were spent', () => {
  const order = paidOrder({
    rules: [
      spend('店铺券', 10_000, 1000, { ...SHOP_COUPON, shopId: '甲' }),
      spend('平台券', 10_000, 500, PLATFORM_COUPON),
      spend('不退券', 10_000, 300, { ...PLATFORM_COUPON, group: 'other', claimReturn: 'never' }),
    ],
    lines: [line('a', 20_000), line('c', 30_000, { shopId: '乙' })],
    cart: { claims: ['店铺券', '平台券', '不退券'].map((ruleId) => ({ claimId: ruleId, ruleId })) },
  })

  it.each(['keepShares', 'requalify'] as const)(
    '[P6.08] %s: a shop’s coupon comes back with its goods, the platform’s with the whole cart, a third never',
    (policy) => {
      const all = refunds(order, policy, [back('a'), back('c')])
      expect(all.map((r) => r.claimsBack.map((c) => c.claimId))).toEqual([['店铺券'], ['平台券']])
      expect(all[1]?.after.claims.map((c) => c.claimId)).toEqual(['不退券'])
    },
  )
})

describe('requests that cannot be carried out', () => {
  const rows: [string, ReturnRequest, string][] = [
    ['nothing at all', { lines: [] }, 'nothing_returned'],
    ['a line that is not there', back('z'), 'unknown_line'],
    ['more than is left', back('a', 2), 'more_than_left'],
    ['half a unit', back('a', 0.5), 'bad_units'],
    [
      'a line twice',
      {
        lines: [
          { lineId: 'a', units: 1 },
          { lineId: 'a', units: 1 },
        ],
      },
      'line_returned_twice',
    ],
    ['postage that was never asked', { lines: [], postageOf: ['甲'] }, 'unknown_postage'],
    [
      'a gift that need not come back',
      { ...back('a'), keepsGifts: [{ skuId: 'g', units: 1, unitCents: 1 }] },
      'gift_not_due',
    ],
  ]
  it.each(rows)('%s is refused, and nothing is given back', (_, request, code) => {
    const result = refundOrder(LAYERED, 'keepShares', [back('b'), request])
    expect(result.ok ? [] : [result.error.at, ...result.error.problems.map((p) => p.code)]).toEqual([1, code])
  })

  it('[P7.12] an order is refunded by the rules it was bought under and by no others', () => {
    const later = paidOrder({ rules: [spend('r', 100, 99)], lines: LAYERED.cart.lines })
    const result = refundOrder({ ...LAYERED, ruleSet: later.ruleSet }, 'keepShares', [back('a')])
    expect(result.ok ? '' : result.error.problems[0]?.code).toBe('not_these_rules')
  })
})
