import type { Store } from '@zhanggui/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getStore } from '../../../src/modules/admin/stores.ts'
import { runCohorts } from '../../../src/modules/insight/run-cohorts.ts'
import { runQuery } from '../../../src/modules/insight/run-query.ts'
import { createGiftShop, GIFT_SHOP } from '../../support/gift-shop.ts'
import { independently, whyNoRealData } from '../../support/real-data.ts'
import type { TestContext } from '../../support/test-context.ts'

type Reference = {
  months: {
    month: string
    paid: number
    refunded: number
    orders: number
    refundOrders: number
    buyers: number
    newBuyers: number
    returningBuyers: number
    promoPaid: number
  }[]
  paid: number
  refunded: number
  orders: number
  buyers: number
  repeatBuyers: number
  anonymousPaid: number
  promoPaid: number
  steadiness: number
  again: Record<string, [number, number]>
}

const reason = whyNoRealData('online_retail_ii')

describe.skipIf(reason)(`two years of a real gift shop equal an independent calculation ${reason ?? ''}`, () => {
  let context: TestContext
  let store: Store
  let expected: Reference
  const ask = (request: Parameters<typeof runQuery>[2]) => runQuery(context, store, request)

  beforeAll(async () => {
    expected = independently('online_retail_ii.py')
    context = await createGiftShop()
    store = await getStore(context, GIFT_SHOP.id)
  }, 300_000)
  afterAll(() => context?.close())

  test('paid, refunded, orders, buyers, new and returning by month, to the penny and to the person', async () => {
    const metrics = ['paid', 'refunded', 'orders', 'buyers', 'newBuyers', 'returningBuyers']
    const { rows } = await ask({ metrics, by: ['month'] })
    expect(rows).toEqual(expected.months.map(({ refundOrders, promoPaid, ...month }) => month))
  })

  test('AOV, refund rate and the shares of new buyers follow from those, divided last', async () => {
    const metrics = ['aov', 'paidPerOrder', 'refundRate', 'refundOrderRate', 'newBuyerShare']
    const { rows } = await ask({ metrics, by: ['month'] })
    const half = (over: number, under: number): number => Math.floor((2 * over + under) / (2 * under))
    expect(rows).toEqual(
      expected.months.map((m) => ({
        month: m.month,
        aov: half(m.paid, m.buyers),
        paidPerOrder: half(m.paid, m.orders),
        refundRate: m.refunded / m.paid,
        refundOrderRate: m.refundOrders / m.orders,
        newBuyerShare: m.newBuyers / m.buyers,
      })),
    )
  })

  test('the totals are counted over the whole range', async () => {
    const metrics = ['paid', 'refunded', 'orders', 'buyers', 'newBuyers', 'repurchaseRate', 'anonymousPaidShare']
    const { totals } = await ask({ metrics, by: ['month'] })
    expect(totals).toEqual({
      paid: expected.paid,
      refunded: expected.refunded,
      orders: expected.orders,
      buyers: expected.buyers,
      newBuyers: expected.buyers,
      repurchaseRate: expected.repeatBuyers / expected.buyers,
      anonymousPaidShare: expected.anonymousPaid / expected.paid,
    })
  })

  test.each([30, 90, 180, 365])('repurchase within %i days', async (days) => {
    const id = `repurchaseRate${days}d`
    const [returned, watched] = expected.again[days] ?? [0, 0]
    expect((await ask({ metrics: [id] })).totals).toEqual({ [id]: returned / watched })
  })

  test('[P2.10] the shares of promotion and daily operation are exact, for the whole and for each month', async () => {
    const { rows, totals } = await ask({
      metrics: ['promoShare', 'dailyShare', 'repurchaseRate', 'aov'],
      by: ['month'],
    })
    expect(totals.promoShare).toBe(expected.promoPaid / expected.paid)
    expect(totals.dailyShare).toBe((expected.paid - expected.promoPaid) / expected.paid)
    expect(rows.map((r) => r.promoShare)).toEqual(expected.months.map((m) => m.promoPaid / m.paid))
    const split = await ask({ metrics: ['paid'], by: ['promoPeriod'] })
    expect(Object.fromEntries(split.rows.map((r) => [r.promoPeriod, r.paid]))).toEqual({
      promotion: expected.promoPaid,
      ordinary: expected.paid - expected.promoPaid,
    })
  })

  test('[P14.10] promotion share, daily stability, new items and month on month are exact', async () => {
    const { totals } = await ask({ metrics: ['promoShare', 'dailySteadiness', 'newItemShare'] })
    expect(totals.promoShare).toBe(expected.promoPaid / expected.paid)
    expect(totals.dailySteadiness).toBeCloseTo(expected.steadiness, 12)
    // Seen from the first day, every item with a code is new.
    expect(totals.newItemShare).toBe(1)
    const onMonth = await ask({
      metrics: ['paid'],
      by: ['month'],
      from: '2010-01-01',
      to: '2011-12-01',
      compare: 'previous',
    })
    expect(onMonth.compareRange).toEqual({ from: '2008-02-01', to: '2010-01-01' })
    for (const [i, month] of expected.months.entries()) {
      if (i === 0) continue
      const from = `${month.month}-01`
      const next = expected.months[i + 1]
      if (!next) continue
      const { totals: pair } = await ask({ metrics: ['paid'], from, to: `${next.month}-01`, compare: 'previous' })
      expect(pair).toEqual({ paid: month.paid, paidCompare: expected.months[i - 1]?.paid })
    }
  })

  test('year on year sets each month beside the same month', async () => {
    const { rows } = await ask({
      metrics: ['paid'],
      by: ['month'],
      from: '2010-12-01',
      to: '2011-12-01',
      compare: 'yoy',
    })
    const byMonth = new Map(expected.months.map((m) => [m.month, m.paid]))
    expect(rows).toEqual(
      rows.map(({ month }) => {
        const before = `${Number(String(month).slice(0, 4)) - 1}${String(month).slice(4)}`
        return { month, paid: byMonth.get(String(month)), paidCompare: byMonth.get(before) }
      }),
    )
  })

  test('cohorts: each size is the new buyers of the month, and nothing is said of a month that is not over', async () => {
    const { cohorts } = await runCohorts(context, store, { grain: 'month' })
    expect(cohorts.map((c) => [c.cohort, c.size])).toEqual(
      expected.months.filter((m) => m.newBuyers > 0).map((m) => [m.month, m.newBuyers]),
    )
    expect(cohorts[0]?.values).toHaveLength(expected.months.length)
    expect(cohorts.at(-2)?.values).toEqual([cohorts.at(-2)?.size, null])
    const byMonth = expected.months.map((_, at) =>
      cohorts.reduce((sum, c) => sum + (c.values[at - expected.months.findIndex((x) => x.month === c.cohort)] ?? 0), 0),
    )
    // The buyers of a month are the sum over its cohorts; December 2011 is cut short and only has its own cohort.
    expect(byMonth.slice(0, -1)).toEqual(expected.months.slice(0, -1).map((m) => m.buyers))
  })
})
