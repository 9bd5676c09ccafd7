import { ORDER_LINES } from '@zhanggui/facts'
import { describe, expect, it } from 'vitest'
import { checkTrade, orderLineAmounts, TMALL_PARALLEL, tradeFields } from '../../src/index.ts'
import { CROSS_SHOP, line, paidOrder, spend } from '../support/order.ts'

// 甲: 100 and 2 × 120 at 九折 → 90 and 216; 满200减50 splits 14.71 and 35.29 → 75.29 and 180.71. 乙: 300 at 九折 → 270.
// 跨店满300减60 over 526.00 splits 8.59, 20.61 and 30.80. Postage 10 for 甲.
const { priced } = paidOrder({
  rules: [
    { ruleId: '九折', name: '九折', mechanic: 'percentOff', params: { payBp: 9000 } },
    spend('甲满200减50', 20_000, 5000, { shopId: '甲' }),
    spend('跨店满300减60', 30_000, 6000, CROSS_SHOP),
  ],
  lines: [line('a', 10_000), line('b', 12_000, { quantity: 2 }), line('c', 30_000, { shopId: '乙' })],
  cart: { shipping: [{ shopId: '甲', feeCents: 1000 as never }] },
})

describe('a priced cart in the fields of the open platform', () => {
  const trades = tradeFields(priced, TMALL_PARALLEL)

  it('[P6.01] discount_fee is the item’s own, part_mjz_discount its part of the order’s, divide_order_fee what it paid', () => {
    const rows = trades.flatMap(({ orders }) => orders)
    const columns = [
      'oid',
      'price',
      'num',
      'discount_fee',
      'total_fee',
      'part_mjz_discount',
      'divide_order_fee',
    ] as const
    expect(rows.map((row) => columns.map((column) => row[column]))).toEqual([
      ['a', 10_000, 1, 1000, 9000, 2330, 6670],
      ['b', 12_000, 2, 2400, 21_600, 5590, 16_010],
      ['c', 30_000, 1, 3000, 27_000, 3080, 23_920],
    ])
  })

  it('a trade of one line carries the payment of the trade, a line of several its own before the order’s discounts', () => {
    expect(trades.map(({ shopId, payment, post_fee }) => [shopId, payment, post_fee])).toEqual([
      ['甲', 23_680, 1000],
      ['乙', 23_920, 0],
    ])
    expect(trades.map(({ orders }) => orders.map((o) => o.payment))).toEqual([[9000, 21_600], [23_920]])
  })

  it('[P6.01] every identity of the platform holds, also with prices changed by hand', () => {
    expect(tradeFields(priced, TMALL_PARALLEL, { a: -500, b: 100 }).flatMap(checkTrade)).toEqual([])
    expect(() => tradeFields(priced, TMALL_PARALLEL, { a: -9000 })).toThrow('below nothing')
  })

  it('an imported trade that does not add up is told field by field', () => {
    const [trade] = trades
    if (!trade) throw new Error('one trade')
    expect(checkTrade({ ...trade, payment: 1 })).toEqual([{ field: 'payment', is: 1, shouldBe: 23_680 }])
    const orders = trade.orders.map((order) => (order.oid === 'a' ? { ...order, part_mjz_discount: 0 } : order))
    expect(checkTrade({ ...trade, orders }).map(({ field, oid }) => [field, oid])).toEqual([
      ['divide_order_fee', 'a'],
      ['discount_fee', undefined],
    ])
  })
})

describe('a priced cart as rows of order lines', () => {
  const rows = orderLineAmounts(priced)

  it('has columns of the fact table only', () => {
    const columns = ORDER_LINES.columns.map(({ name }) => name)
    for (const column of Object.keys(rows[0] ?? {})) expect(columns).toContain(column)
  })

  it('[P6.01] paid amounts add up to what the buyer paid, list price less discount plus postage is what was placed', () => {
    expect(rows.reduce((sum, row) => sum + row.paid_cents, 0)).toBe(priced.payableCents)
    for (const [i, row] of rows.entries())
      expect(row.gmv_cents).toBe((priced.lines[i]?.listedCents ?? 0) - row.discount_cents + row.postage_cents)
    expect(rows.map((row) => row.postage_cents)).toEqual([1000, 0, 0])
  })
})
