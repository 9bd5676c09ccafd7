import { describe, expect, it } from 'vitest'
import {
  explainRefund,
  type Locale,
  type PaidOrder,
  type RefundPolicy,
  type ReturnRequest,
  refundOrder,
} from '../../src/index.ts'
import { line, PLATFORM_COUPON, paidOrder, spend } from '../support/order.ts'

const b: ReturnRequest = { lines: [{ lineId: 'b', units: 1 }] }

function texts(order: PaidOrder, policy: RefundPolicy, locale: Locale, request = b): string[] {
  const result = refundOrder(order, policy, [request])
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value.refunds.flatMap((refund) => explainRefund(refund, order.ruleSet, locale).map(({ text }) => text))
}

const GIFT = { tiers: [{ minCents: 30_000, gifts: [{ skuId: 'cup', units: 1 }] }] }
const order = paidOrder({
  rules: [
    spend('满300减40', 30_000, 4000),
    spend('平台券', 1000, 500, {
      ...PLATFORM_COUPON,
      claimReturn: 'whenUnused',
      scope: { skuIds: ['b'] },
      payers: [{ payer: 'platform', bp: 10_000 }],
    }),
    { ruleId: '满赠', name: '满赠', mechanic: 'giftWithPurchase', params: GIFT, thresholdBase: 'activity' },
  ],
  lines: [line('a', 20_000), line('b', 12_000)],
  cart: { claims: [{ claimId: 'k7', ruleId: '平台券' }] },
})

describe('a refund explained', () => {
  it('[P7.12] priced again: what is kept back because a threshold is lost, and everything that is undone', () => {
    expect(texts(order, 'requalify', 'zh')).toEqual([
      '“a”不再满足优惠，收回 ¥25.00',
      '退“b”1 件，实付 ¥100.00',
      '应退 ¥75.00',
      '满赠：退回赠品 cup × 1',
      '退回券“平台券”（k7）',
      '满300减40：商家少承担 ¥40.00',
      '平台券：平台少承担 ¥5.00',
    ])
  })

  it('[P7.12] kept shares: what the returned goods paid, in English', () => {
    expect(texts(order, 'keepShares', 'en')).toEqual([
      '1 unit of "b" returned; ¥100.00 was paid',
      'To refund ¥100.00',
      '满赠: gift cup × 1 comes back',
      'coupon "平台券" given back (k7)',
      '满300减40: the shop bears ¥15.00 less',
      '平台券: the platform bears ¥5.00 less',
    ])
  })

  it('[P6.07] a gift that is kept is told with its price', () => {
    const keeps = { ...b, keepsGifts: [{ skuId: 'cup', units: 1, unitCents: 1990 }] }
    expect(texts(order, 'keepShares', 'zh', keeps).slice(1, 3)).toEqual(['赠品未退回，折价 ¥19.90', '应退 ¥80.10'])
  })

  it('what the rest would cost beyond the payment is told, and that nobody asks for it', () => {
    const steep = paidOrder({ rules: [spend('满减', 30_000, 20_000)], lines: [line('a', 20_000), line('b', 12_000)] })
    expect(texts(steep, 'requalify', 'zh').slice(-3)).toEqual([
      '应退 ¥0.00',
      '留下的商品按规则还差 ¥80.00，不向买家补收，由商家承担',
      '满减：商家少承担 ¥200.00',
    ])
  })
})
