import { describe, expect, it } from 'vitest'
import { type PaidOrder, type Refund, type RefundPolicy, type ReturnRequest, refundOrder } from '../../src/index.ts'
import { CROSS_SHOP, line, paidOrder, spend } from '../support/order.ts'

const back = (...lineIds: string[]): ReturnRequest => ({ lines: lineIds.map((lineId) => ({ lineId, units: 1 })) })

function refunds(order: PaidOrder, policy: RefundPolicy, requests: readonly ReturnRequest[]): readonly Refund[] {
  const result = refundOrder(order, policy, requests)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value.refunds
}
const reversed = ({ reversed: all }: Refund): [string, string, number][] =>
  all.map(({ payer, shopId, cents }) => [payer, shopId, cents])

// 甲 200.00 and 乙 100.01: 跨店满300减50, half of it on the platform. 甲 −33.33, 乙 −16.67.
const order = paidOrder({
  rules: [
    spend('跨店满300减50', 30_000, 5000, {
      ...CROSS_SHOP,
      payers: [
        { payer: 'shop', bp: 5000 },
        { payer: 'platform', bp: 5000 },
      ],
    }),
  ],
  lines: [line('a', 20_000), line('b', 10_001, { shopId: '乙' })],
})

describe('a cross-shop reduction that one shop’s goods come back from', () => {
  it('[P6.03] is split to the shops and their bearers to the fen', () => {
    expect(order.priced.lines.map(({ payableCents }) => payableCents)).toEqual([16_667, 8334])
    expect(order.priced.lines.map(({ cuts }) => cuts[0]?.paidBy.map((p) => p.cents))).toEqual([
      [1667, 1666],
      [834, 833],
    ])
  })

  it('[P6.03] priced again the other shop loses its part, too: both shops and the platform get all of theirs back', () => {
    const [first, second] = refunds(order, 'requalify', [back('b'), back('a')])
    // 甲 alone pays 200.00, 250.01 were paid: 50.01 come back.
    expect([first?.refundCents, second?.refundCents]).toEqual([5001, 20_000])
    expect(first && reversed(first)).toEqual([
      ['shop', '甲', 1667],
      ['platform', '甲', 1666],
      ['shop', '乙', 834],
      ['platform', '乙', 833],
    ])
    expect(second?.reversed).toEqual([])
  })

  it('[P6.03] with kept shares the other shop keeps its part and its bearers', () => {
    const [first] = refunds(order, 'keepShares', [back('b')])
    expect(first?.refundCents).toBe(8334)
    expect(first && reversed(first)).toEqual([
      ['shop', '乙', 834],
      ['platform', '乙', 833],
    ])
  })

  it('[P6.03] below the threshold a rest that is still above it keeps the reduction and shares it anew', () => {
    const three = paidOrder({
      rules: [spend('跨店满300减50', 30_000, 5000, CROSS_SHOP)],
      lines: [line('a', 20_000), line('b', 10_000, { shopId: '乙' }), line('c', 10_000, { shopId: '丙' })],
    })
    const [first] = refunds(three, 'requalify', [back('c')])
    // 400 − 50 = 350 paid, 300 − 50 = 250 for the rest: c had paid 87.50, 12.50 of its reduction move to a and b and are lost to c.
    expect(first?.refundCents).toBe(10_000)
    expect(
      first?.lines.map(({ lineId, paidBackCents, clawBackCents }) => [lineId, paidBackCents, clawBackCents]),
    ).toEqual([
      ['a', 0, -833],
      ['b', 0, -417],
      ['c', 8750, 0],
    ])
  })
})

describe('an order that was stored', () => {
  it('[P7.12] is refunded the same after its cart and its prices went through JSON', () => {
    const stored: PaidOrder = { ...order, ...JSON.parse(JSON.stringify({ cart: order.cart, priced: order.priced })) }
    for (const policy of ['keepShares', 'requalify'] as const)
      expect(refunds(stored, policy, [back('a'), back('b')])).toEqual(refunds(order, policy, [back('a'), back('b')]))
  })

  it('[P7.12] the last request of a day gives the same as all of them in one', () => {
    const total = (requests: readonly ReturnRequest[]): number =>
      refunds(order, 'requalify', requests).reduce((sum, refund) => sum + refund.refundCents, 0)
    expect(total([back('a', 'b')])).toBe(total([back('b'), back('a')]))
  })
})
