import type { Store } from '@zhanggui/contract'
import { dictionary } from '@zhanggui/metrics'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createResource, deleteResource } from '../../../src/modules/admin/resources/change-resource.ts'
import { createStore } from '../../../src/modules/admin/stores.ts'
import { runQuery } from '../../../src/modules/insight/run-query.ts'
import { CHANNELS } from '../../../src/modules/traffic/channels.ts'
import { createTestContext, type TestContext } from '../../support/test-context.ts'
import { insertFacts } from './insert-facts.ts'
import { fillMaoyi, line } from './maoyi-shop.ts'

let context: TestContext
let store: Store
let other: Store

beforeAll(async () => {
  context = await createTestContext()
  store = await createStore(context, { id: 'maoyi', name: '猫衣' }, { actor: 'test' })
  other = await createStore(context, { id: 'other', name: '别家' }, { actor: 'test' })
  await fillMaoyi(context)
})
afterAll(() => context.close())

const ask = (request: Parameters<typeof runQuery>[2]) => runQuery(context, store, request)

describe('a query', () => {
  test('money belongs to its own day: placed, paid, refunded', async () => {
    const { rows, totals } = await ask({ metrics: ['gmv', 'paid', 'refunded', 'netPaid'], by: ['month'] })
    expect(rows).toEqual([
      { month: '2025-12', gmv: 10000, paid: 10000, refunded: 0, netPaid: 10000 },
      { month: '2026-01', gmv: 10000, paid: 10000, refunded: 3000, netPaid: 7000 },
      { month: '2026-02', gmv: 12000, paid: 8000, refunded: 0, netPaid: 8000 },
    ])
    expect(totals).toEqual({ gmv: 32000, paid: 28000, refunded: 3000, netPaid: 25000 })
  })

  test('distinct counts are counted again for the total, never added up', async () => {
    const { rows, totals } = await ask({ metrics: ['buyers', 'orders', 'uv'], by: ['month'] })
    expect(rows.map((r) => r.buyers)).toEqual([1, 2, 1])
    expect(totals).toEqual({ buyers: 3, orders: 6, uv: 3 })
  })

  test('outside the data a figure is unknown, inside it nothing is 0', async () => {
    const { rows } = await ask({
      metrics: ['uv', 'paid'],
      by: ['day'],
      from: '2026-01-04',
      to: '2026-01-08',
      fillGaps: true,
    })
    expect(rows).toEqual([
      { day: '2026-01-04', uv: null, paid: 0 },
      { day: '2026-01-05', uv: 2, paid: 8000 },
      { day: '2026-01-06', uv: 2, paid: 0 },
      { day: '2026-01-07', uv: null, paid: 0 },
    ])
  })

  test('an empty denominator gives null, not 0', async () => {
    const { rows } = await ask({ metrics: ['refundRate', 'aov', 'ctr'], from: '2026-01-10', to: '2026-01-11' })
    expect(rows).toEqual([{ refundRate: null, aov: null, ctr: null }])
  })

  test('a buyer is new in the period of the first purchase ever', async () => {
    const { rows, totals } = await ask({
      metrics: ['newBuyers', 'returningBuyers', 'newPaidShare'],
      by: ['month'],
      from: '2026-01-01',
      to: '2026-03-01',
    })
    expect(rows).toEqual([
      { month: '2026-01', newBuyers: 1, returningBuyers: 1, newPaidShare: 0.5 },
      { month: '2026-02', newBuyers: 1, returningBuyers: 0, newPaidShare: 1 },
    ])
    expect(totals).toMatchObject({ newBuyers: 2, returningBuyers: 1 })
  })

  test('repurchase within a window counts only buyers whose window is over', async () => {
    const { totals } = await ask({ metrics: ['repurchaseRate', 'repurchaseRate30d', 'repurchaseRate90d'] })
    // Buyers 1 (again after 6 days) and 2 (after 15); buyer 3 bought two days before the data ends.
    expect(totals).toEqual({ repurchaseRate: 2 / 3, repurchaseRate30d: 1, repurchaseRate90d: null })
  })

  test('visits are cut by 30 idle minutes and keep the channel that they began with', async () => {
    const { rows } = await ask({ metrics: ['visits', 'bounceRate'], by: ['trafficClass'] })
    expect(rows).toEqual([
      { trafficClass: '', visits: 2, bounceRate: 1 },
      { trafficClass: 'search', visits: 2, bounceRate: 0.5 },
      { trafficClass: 'ads', visits: 1, bounceRate: 1 },
    ])
  })

  test("the shop's own channel list names, classes and joins its channels", async () => {
    const caller = { store: store.id, actor: 'user:test', role: 'owner' as const }
    const data = { name: '站内搜索', kind: 'paid', aliases: '手淘搜索\n淘宝搜索' }
    const { id, version } = await createResource(context, CHANNELS, caller, { data, reason: '' })
    const byChannel = await ask({ metrics: ['visits'], by: ['channel'] })
    expect(byChannel.rows.map((r) => [r.channel, r.visits])).toEqual([
      ['', 2],
      ['站内搜索', 2],
      ['直通车', 1],
    ])
    expect((await ask({ metrics: ['paidTrafficShare'] })).totals).toEqual({ paidTrafficShare: 1 })
    await deleteResource(context, CHANNELS, caller, { id, version, reason: '' })
    expect((await ask({ metrics: ['paidTrafficShare'] })).totals).toEqual({ paidTrafficShare: 1 / 3 })
  })

  test('a line without category takes it from the product list', async () => {
    const { rows } = await ask({ metrics: ['paid'], by: ['category'] })
    expect(rows).toEqual([
      { category: '衣', paid: 18000 },
      { category: '茶', paid: 7000 },
      { category: '袜', paid: 3000 },
    ])
  })

  test('[P14.10] a category is new in the period of its first sale, and only there', async () => {
    const request = { metrics: ['newCategoryShare', 'newItemShare'], by: ['month'] }
    expect((await ask(request)).rows).toEqual([
      { month: '2025-12', newCategoryShare: 1, newItemShare: 1 },
      { month: '2026-01', newCategoryShare: 0.3, newItemShare: 0.3 },
      { month: '2026-02', newCategoryShare: 0.875, newItemShare: 0 },
    ])
  })

  test('items carry their titles', async () => {
    const { labels } = await ask({ metrics: ['paid'], by: ['item'] })
    expect(labels).toEqual({ item: { i1: '棉T恤', i2: '袜子' } })
  })

  test('cost falls back to the product list, and profit is unknown while commission is', async () => {
    const { totals } = await ask({ metrics: ['cost', 'grossProfit', 'profit', 'costCoverage'] })
    expect(totals).toEqual({ cost: 5500, grossProfit: 19500, profit: null, costCoverage: 1 })
  })

  test('ratios of money are whole minor units, rounded once, half up', async () => {
    const { totals } = await ask({
      metrics: ['cpc', 'cpm', 'ctr', 'roi', 'feeRatio'],
      from: '2026-01-01',
      to: '2026-02-01',
    })
    expect(totals).toEqual({ cpc: 50, cpm: 2501, ctr: 0.05, roi: 3, feeRatio: 0.2501 })
  })

  test("the platform's heads have a value for one day only; its levels are never mixed", async () => {
    const byDay = await ask({ metrics: ['reportedUv', 'reportedPaid'], by: ['day'] })
    expect(byDay.rows.map((r) => r.reportedUv)).toEqual([10, 12])
    expect(byDay.totals).toEqual({ reportedUv: null, reportedPaid: 1100 })
    expect((await ask({ metrics: ['reportedUv'], by: ['channel'] })).rows).toEqual([{ channel: '搜索', reportedUv: 7 }])
  })

  test('what buyers say: score, negative rate, promoters, first reply', async () => {
    const { totals } = await ask({
      metrics: ['reviewScore', 'negativeReviewRate', 'nps', 'firstReplySeconds', 'reviews'],
    })
    expect(totals).toEqual({
      reviewScore: 3.5,
      negativeReviewRate: 2 / 3,
      nps: 50,
      firstReplySeconds: 13.5,
      reviews: 3,
    })
  })

  test('stock is the last count of each SKU, and lasts at the pace of the period', async () => {
    const { totals } = await ask({
      metrics: ['stockUnits', 'stockCoverDays', 'sellThrough', 'stockOutRate', 'activeItemRate', 'stockValue'],
      from: '2026-01-01',
      to: '2026-01-31',
    })
    // Three units in thirty days leave ten units for a hundred days.
    expect(totals).toEqual({
      stockUnits: 10,
      stockCoverDays: 100,
      sellThrough: 3 / 13,
      stockOutRate: 0.5,
      activeItemRate: 1,
      stockValue: 10000,
    })
  })

  test('hours are hours of the shop', async () => {
    const { rows } = await ask({ metrics: ['uv', 'paid'], by: ['hour'], from: '2026-01-05', to: '2026-01-06' })
    expect(rows).toEqual([
      { hour: '2026-01-05T09', uv: 1, paid: 0 },
      { hour: '2026-01-05T10', uv: 2, paid: 8000 },
    ])
  })

  test.each([
    ['previous', { from: '2025-12-01', to: '2026-01-01' }, 10000],
    ['yoy', { from: '2025-01-01', to: '2025-02-01' }, null],
  ] as const)('compared with %s', async (compare, range, paid) => {
    const result = await ask({ metrics: ['paid'], from: '2026-01-01', to: '2026-02-01', compare })
    expect(result.compareRange).toEqual(range)
    expect(result.totals).toEqual({ paid: 10000, paidCompare: paid })
  })

  test('beside a comparison, what is new had nothing then and what is gone has nothing now', async () => {
    const request = { metrics: ['paid'], from: '2026-02-01', to: '2026-03-01', compare: 'previous' as const }
    const { rows } = await ask({ ...request, by: ['category'] })
    expect(rows).toEqual([
      { category: '茶', paid: 7000, paidCompare: 0 },
      { category: '衣', paid: 1000, paidCompare: 5000 },
      { category: '袜', paid: 0, paidCompare: 3000 },
    ])
    const byMonth = await ask({ ...request, by: ['month', 'category'] })
    expect(byMonth.rows.map((r) => [r.month, r.category, r.paid, r.paidCompare])).toEqual([
      ['2026-02', '茶', 7000, 0],
      ['2026-02', '衣', 1000, 5000],
      ['2026-02', '袜', 0, 3000],
    ])
  })

  test('one shop never reads another', async () => {
    const { totals } = await runQuery(context, other, { metrics: ['paid', 'uv'] })
    expect(totals).toEqual({ paid: 99900, uv: null })
  })

  test('a new fact is in the very next answer', async () => {
    const before = await runQuery(context, other, { metrics: ['orders'] })
    await insertFacts(context, 'order_lines', [{ ...line('y', 9, '2026-01-06', 1), store: 'other' }])
    const after = await runQuery(context, other, { metrics: ['orders'] })
    expect([before.totals.orders, after.totals.orders]).toEqual([1, 2])
  })

  test('a metric that lacks a dimension is refused with the metrics that have it', async () => {
    await expect(ask({ metrics: ['cvr'], by: ['page'] })).rejects.toMatchObject({
      code: 'metric_without_dimension',
      facts: { dimension: 'page', metrics: ['cvr'], working: expect.arrayContaining(['uv', 'pv', 'bounceRate']) },
    })
  })

  test('profit is refused without the right to see it', async () => {
    await expect(
      runQuery(context, store, { metrics: ['profit'] }, { may: (p) => p !== 'profit:read' }),
    ).rejects.toMatchObject({
      code: 'not_permitted_metric',
    })
  })

  // By each of its dimensions it is asked where the answers are told from those of another shop: http/isolation.test.ts.
  test.each(['week', 'quarter', 'campaignDay'])('every metric answers by %s', async (grain) => {
    const ids = dictionary().map((e) => e.id)
    for (let i = 0; i < ids.length; i += 40) {
      const { columns } = await ask({ metrics: ids.slice(i, i + 40), by: [grain] })
      expect(columns.filter((c) => c.kind === 'metric')).toHaveLength(Math.min(40, ids.length - i))
    }
  })

  test('a minute is a wall-clock minute of the shop', async () => {
    const ids = dictionary()
      .filter((e) => e.grain === 'minute')
      .map((e) => e.id)
      .slice(0, 40)
    const { rows } = await ask({ metrics: ids, by: ['minute'], from: '2026-01-05', to: '2026-01-06' })
    expect(rows.map((r) => r.minute)).toEqual(['2026-01-05T09:00', '2026-01-05T09:10', '2026-01-05T10:00'])
  })
})
