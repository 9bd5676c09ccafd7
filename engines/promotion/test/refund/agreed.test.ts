import { describe, expect, it } from 'vitest'
import { type PaidOrder, type Refund, type RefundPolicy, type ReturnRequest, refundOrder } from '../../src/index.ts'
import { line, paidOrder, spend } from '../support/order.ts'

const back = (lineId: string, units = 1): ReturnRequest => ({ lines: [{ lineId, units }] })
const agree = (cents: number, ...lineIds: string[]): ReturnRequest => ({
  lines: [],
  agreed: { cents, ...(lineIds.length > 0 && { lineIds }) },
})

function refunds(order: PaidOrder, policy: RefundPolicy, requests: readonly ReturnRequest[]): readonly Refund[] {
  const result = refundOrder(order, policy, requests)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value.refunds
}
const amounts = (order: PaidOrder, policy: RefundPolicy, requests: readonly ReturnRequest[]): number[] =>
  refunds(order, policy, requests).map(({ refundCents }) => refundCents)

// 满300减40: a 200.00 pays 175.00, b 120.00 pays 105.00.
const order = paidOrder({ rules: [spend('r', 30_000, 4000)], lines: [line('a', 20_000), line('b', 12_000)] })

describe('amounts that the two sides agree on', () => {
  it('[P7.12] what was given for goods that stay is not given a second time when they come back', () => {
    expect(amounts(order, 'keepShares', [agree(2000, 'a'), back('b'), back('a')])).toEqual([2000, 10_500, 15_500])
    expect(amounts(order, 'requalify', [agree(2000, 'a'), back('b'), back('a')])).toEqual([2000, 8000, 18_000])
  })

  it('[P7.12] an amount for the whole order is spread over what its goods still can give back', () => {
    const [agreed] = refunds(order, 'keepShares', [agree(2800)])
    expect(agreed?.lines.map(({ lineId, agreedCents }) => [lineId, agreedCents])).toEqual([
      ['a', 1750],
      ['b', 1050],
    ])
  })

  it('[P7.12] of several units the agreed amount goes with each as it comes back, to the last fen', () => {
    const three = paidOrder({ rules: [], lines: [line('a', 1000, { quantity: 3 })] })
    expect(amounts(three, 'keepShares', [agree(100), back('a'), back('a'), back('a')])).toEqual([100, 967, 967, 966])
  })

  it('[P7.12] used goods: what the shop keeps of a refund by agreement and what it pays are what was paid', () => {
    const [first] = refunds(order, 'keepShares', [{ ...back('b'), deductCents: 500 }])
    expect([first?.refundCents, first?.deductedCents]).toEqual([10_000, 500])
  })

  it.each<[string, ReturnRequest, string]>([
    ['more than the goods can give back', agree(17_501, 'a'), 'agreed_above_left'],
    ['nothing', agree(0), 'bad_agreed_amount'],
    ['an amount for a line that is not there', agree(1, 'z'), 'unknown_line'],
    ['a deduction above the refund', { ...back('b'), deductCents: 10_501 }, 'deducted_above_refund'],
    ['a negative deduction', { ...back('b'), deductCents: -1 }, 'bad_deduction'],
  ])('%s is refused', (_, request, code) => {
    const result = refundOrder(order, 'keepShares', [request])
    expect(result.ok ? [] : result.error.problems.map((p) => p.code)).toEqual([code])
  })
})
