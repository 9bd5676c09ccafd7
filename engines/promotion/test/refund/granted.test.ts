import { describe, expect, it } from 'vitest'
import {
  type PaidOrder,
  REFUND_POLICIES,
  type Refund,
  type RefundPolicy,
  type ReturnRequest,
  type Rule,
  refundOrder,
} from '../../src/index.ts'
import { line, paidOrder } from '../support/order.ts'

const rule = (mechanic: string, params: Record<string, unknown>, more: Partial<Rule> = {}): Rule => ({
  ruleId: mechanic,
  name: mechanic,
  mechanic,
  params,
  ...more,
})
const back = (lineId: string, units = 1): ReturnRequest => ({ lines: [{ lineId, units }] })

function refunds(order: PaidOrder, policy: RefundPolicy, requests: readonly ReturnRequest[]): readonly Refund[] {
  const result = refundOrder(order, policy, requests)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value.refunds
}
/** What each return takes back, as `kind amount` words. */
const given = (all: readonly Refund[]): string[][] =>
  all.map(({ grantsBack }) =>
    grantsBack.map((g) => {
      if (g.kind === 'gift') return `gift ${g.skuId} ${g.units}`
      if (g.kind === 'points' || g.kind === 'pointsUsed') return `${g.kind} ${g.points}`
      if (g.kind === 'card' || g.kind === 'donation') return `${g.kind} ${g.cents}`
      if (g.kind === 'deposit') return `deposit ${g.depositCents}`
      if (g.kind === 'coupon') return `coupon ${g.couponRuleId} ${g.count}`
      return g.kind
    }),
  )

const two = [line('a', 70_000), line('b', 50_000)]
const GIFT = { tiers: [{ minCents: 100_000, gifts: [{ skuId: 'cup', units: 1 }] }] }

describe.each(REFUND_POLICIES)('%s: what was given with an order', (policy) => {
  const run = (rules: readonly Rule[], requests: readonly ReturnRequest[], lines = two, cart = {}) =>
    refunds(paidOrder({ rules, lines, cart }), policy, requests)

  it('[P6.04] a gift is due back when what stays no longer reaches its threshold, and only once', () => {
    expect(given(run([rule('giftWithPurchase', GIFT)], [back('b'), back('a')]))).toEqual([['gift cup 1'], []])
  })

  it('[P6.04] 跨店满赠: one threshold over two shops opens the pool; a return in either shop below it loses the gift, once', () => {
    const pool = { poolId: 'pool', skuIds: ['cup', 'towel'], tiers: [{ minCents: 100_000, units: 1 }] }
    const across = rule('giftChoice', pool, { payers: [{ payer: 'platform', bp: 10_000 }] })
    const shops = [line('a', 70_000), line('b', 50_000, { shopId: '乙' }), line('c', 20_000, { shopId: '乙' })]
    const order = paidOrder({ rules: [across], lines: shops })
    expect(order.priced.grants).toMatchObject([
      { kind: 'giftChoice', poolId: 'pool', units: 1, lineIds: ['a', 'b', 'c'] },
    ])
    expect(given(refunds(order, policy, [back('c'), back('b'), back('a')]))).toEqual([[], ['giftChoice'], []])
    expect(given(refunds(order, policy, [back('a'), back('b')]))).toEqual([['giftChoice'], []])
    const alone = paidOrder({ rules: [across], lines: shops.filter(({ shopId }) => shopId === '乙') })
    expect(alone.priced.outcomes[0]).toMatchObject({ applied: false, next: { shortCents: 30_000 } })
  })

  it('[P6.07] a gift that the buyer keeps is charged, never more than the refund, and the rest of the order still adds up', () => {
    const order = paidOrder({ rules: [rule('giftWithPurchase', GIFT)], lines: two })
    const keeps = { ...back('b'), keepsGifts: [{ skuId: 'cup', units: 1, unitCents: 3900 }] }
    const [first, second] = refunds(order, policy, [keeps, back('a')])
    expect([first?.refundCents, first?.giftChargeCents, first?.grantsBack]).toEqual([46_100, 3900, []])
    expect(second?.refundCents).toBe(70_000)
    const dear = { ...back('b'), keepsGifts: [{ skuId: 'cup', units: 1, unitCents: 99_999 }] }
    expect(refunds(order, policy, [dear])[0]).toMatchObject({ refundCents: 0, giftChargeCents: 50_000 })
  })

  it('[P6.10] the card for 1000 is taken back when what stays is below 1000, and stays at 1000', () => {
    const card = rule('rebateCard', { tiers: [{ minCents: 100_000, cardCents: 5000 }], afterDays: 15 })
    expect(given(run([card], [back('b')]))).toEqual([['card 5000']])
    expect(given(run([card], [back('b')], [line('a', 100_000), line('b', 1)]))).toEqual([[]])
  })

  it('[P6.11] points are reversed with the goods, those of the multiplier as well, and come to nothing in the end', () => {
    const rules = [rule('pointsEarn', { perCents: 100, points: 1 }), rule('pointsMultiplier', { timesBp: 20_000 })]
    expect(given(run(rules, [back('b'), back('a')]))).toEqual([
      ['points 500', 'points 500'],
      ['points 700', 'points 700'],
    ])
  })

  it('[P6.11] points that paid for goods come back with them, all of them in the end', () => {
    const burn = rule('pointsBurn', { stepPoints: 100, stepCents: 100, capBp: 5000 })
    const all = run([burn], [back('b'), back('a')], two, { pointsToUse: 1200 })
    const points = all.map(({ grantsBack }) => grantsBack.map((g) => (g.kind === 'pointsUsed' ? g.points : 0)))
    // Kept shares give 500 of 1200 back with 500 of 1200; priced again, the rest can carry all 1200.
    expect(points).toEqual(policy === 'keepShares' ? [[500], [700]] : [[], [1200]])
    expect(all.map((r) => r.refundCents)).toEqual(policy === 'keepShares' ? [49_500, 69_300] : [50_000, 68_800])
  })

  it('[P6.29] the donation for a unit is reversed with it', () => {
    const rules = [rule('donation', { centsPerUnit: 100, to: 'farmers-fund' })]
    const lines = [line('a', 1000, { quantity: 3 })]
    expect(given(run(rules, [back('a', 1), back('a', 2)], lines))).toEqual([['donation 100'], ['donation 200']])
  })

  it('[P6.13] the deposit comes back as a part of what its units paid', () => {
    const presale = rule('presale', {
      depositCents: 5000,
      countsAsCents: 10_000,
      depositUntil: '2026-11-11T12:00:00.000Z',
      balanceFrom: '2026-11-11T12:00:00.000Z',
      balanceUntil: '2026-11-12T12:00:00.000Z',
    })
    const all = run([presale], [back('a', 1), back('a', 1)], [line('a', 30_000, { quantity: 2 })])
    expect(given(all)).toEqual([['deposit 5000'], ['deposit 5000']])
    expect(all.map((r) => r.refundCents)).toEqual([25_000, 25_000])
  })

  it('[P6.09] coupons that came with an order are taken back when it no longer earns them', () => {
    const pack = rule('couponPack', { coupons: [{ couponRuleId: 'ten', count: 2 }] })
    expect(given(run([pack], [back('b'), back('a')]))).toEqual([[], ['coupon ten 2']])
  })
})
