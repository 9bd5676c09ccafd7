import type { Store } from '@zhanggui/contract'
import { addDays, createRng, parseDay } from '@zhanggui/kernel'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createResource } from '../../../src/modules/admin/resources/change-resource.ts'
import { createStore } from '../../../src/modules/admin/stores.ts'
import { SHOP_OCCASIONS } from '../../../src/modules/campaigns/calendar/shop-occasions.ts'
import { runForecast } from '../../../src/modules/insight/forecast/run-forecast.ts'
import { createTestClock, createTestContext, type TestContext } from '../../support/test-context.ts'
import { insertFacts } from './insert-facts.ts'

const FIRST = parseDay('2024-01-01')
const DAYS = 730
/** Sales by weekday from Monday on, in fen: the planted season. */
const WEEK = [60_000, 60_000, 60_000, 60_000, 80_000, 120_000, 110_000]
const CATEGORIES = [
  { id: '美妆', share: 0.6 },
  { id: '食品', share: 0.3 },
  { id: '家居', share: 0.1 },
]

let context: TestContext
let store: Store
let priced: Store

function plantedLines() {
  const rng = createRng('forecast')
  return Array.from({ length: DAYS }, (_, i) => {
    const day = addDays(FIRST, i)
    const sales = (WEEK[i % 7] ?? 0) * (1 + 0.02 * (rng.next() - 0.5))
    return CATEGORIES.map(({ id, share }) => {
      const paid = Math.round(sales * share)
      const order = `${day}-${id}`
      return {
        store: 'plan',
        order_id: order,
        line_id: order,
        created_day: day,
        paid_day: day,
        category: id,
        buyer: i + 1,
        gmv_cents: paid,
        paid_cents: paid,
      }
    })
  }).flat()
}

/**
 * One SKU, 300 days: list price 100 yuan, on every tenth day 20 % off, dearer by a tenth in every other month; demand of 40 units at
 * 100 yuan, elasticity −2. On the last three weeks it is sold out and sells nothing.
 */
function pricedLines() {
  const rng = createRng('prices')
  const first = addDays(parseDay('2025-12-31'), -300)
  return Array.from({ length: 279 }, (_, i) => {
    const day = addDays(first, i)
    const price = Math.round(10_000 * (i % 10 === 3 ? 0.8 : 1) * (i % 60 < 30 ? 1 : 1.1))
    const units = Math.round(40 * (price / 10_000) ** -2 * (1 + 0.1 * (rng.next() - 0.5)))
    const list = Math.round(price / (i % 10 === 3 ? 0.8 : 1))
    return {
      store: 'priced',
      order_id: day,
      line_id: day,
      created_day: day,
      paid_day: day,
      sku_id: 's1',
      buyer: i + 1,
      quantity: units,
      gmv_cents: price * units,
      paid_cents: price * units,
      discount_cents: (list - price) * units,
    }
  })
}

const pricedStock = () =>
  Array.from({ length: 300 }, (_, i) => ({
    store: 'priced',
    day: addDays(parseDay('2025-12-31'), i - 300),
    sku_id: 's1',
    item_id: 'i1',
    on_hand: i < 279 ? 50 : 0,
    on_sale: 1,
  }))

beforeAll(async () => {
  context = await createTestContext({ clock: createTestClock('2025-12-31T04:00:00.000Z') })
  store = await createStore(context, { id: 'plan', name: '测试店' }, { actor: 'test' })
  await insertFacts(context, 'order_lines', plantedLines())
  priced = await createStore(context, { id: 'priced', name: '定价店' }, { actor: 'test' })
  // A line on the last day keeps the sold-out days inside the data.
  const last = {
    store: 'priced',
    order_id: 'z',
    line_id: 'z',
    created_day: '2025-12-30',
    paid_day: '2025-12-30',
    buyer: 1,
  }
  await insertFacts(context, 'order_lines', [...pricedLines(), { ...last, is_product: 0, gmv_cents: 1, paid_cents: 1 }])
  await insertFacts(context, 'stock_daily', pricedStock())
}, 60_000)
afterAll(() => context.close())

describe('a forecast', () => {
  test('goes on with the planted week, and its parts add up', async () => {
    const { whole, asOf } = await runForecast(context, store, { metric: 'paid', horizon: 14 })
    expect(asOf).toBe('2025-12-31')
    expect(whole.values.map((v) => v.period).slice(0, 2)).toEqual(['2025-12-31', '2026-01-01'])
    for (const [i, { mean, parts, lower, upper }] of whole.values.entries()) {
      const planted = WEEK[(DAYS + i) % 7] ?? 0
      // Noise is ±1 %; New Year and the Spring Festival goods are no part of the planted sales.
      expect(Math.abs(mean / planted - 1)).toBeLessThan(0.05)
      expect(parts.base + parts.season + parts.event + parts.promotion).toBe(mean)
      expect(
        [lower[1], lower[0], mean, upper[0], upper[1]].every((v, k, all) => k === 0 || (all[k - 1] ?? 0) <= (v ?? 0)),
      ).toBe(true)
    }
    expect(whole.total?.mean).toBe(whole.values.reduce((sum, v) => sum + v.mean, 0))
    expect(whole.backtest?.mase ?? 9).toBeLessThan(1.2)
  }, 60_000)

  test('categories add up to the whole, fen by fen, day by day', async () => {
    const { whole, groups } = await runForecast(context, store, {
      metric: 'paid',
      horizon: 7,
      by: 'category',
      groups: 2,
    })
    expect(groups.map((g) => [g.group, g.rest])).toEqual([
      ['美妆', false],
      ['食品', false],
      [null, true],
    ])
    for (const [i, { mean }] of whole.values.entries())
      expect(groups.reduce((sum, g) => sum + (g.values[i]?.mean ?? 0), 0)).toBe(mean)
    for (const { values, total } of groups) {
      expect(total?.mean).toBe(values.reduce((sum, v) => sum + v.mean, 0))
      for (const { mean, parts } of values) expect(parts.base + parts.season + parts.event + parts.promotion).toBe(mean)
    }
  }, 60_000)

  test('a month that is not over is no history', async () => {
    const { whole, asOf } = await runForecast(context, store, { metric: 'paid', grain: 'month', horizon: 3 })
    expect(asOf).toBe('2025-12-01')
    expect(whole.history.at(-1)?.period).toBe('2025-11')
    expect(whole.values.map((v) => v.period)).toEqual(['2025-12', '2026-01', '2026-02'])
  }, 60_000)

  test('history ends where it is told to, and the answer knows nothing later', async () => {
    const { asOf, whole } = await runForecast(context, store, { metric: 'orders', asOf: '2025-06-01', horizon: 3 })
    expect(asOf).toBe('2025-06-01')
    expect(whole.history.at(-1)?.period).toBe('2025-05-31')
  }, 60_000)

  test('a shop’s own occasion is asked anew when it changes', async () => {
    const before = await runForecast(context, store, { metric: 'paid', horizon: 5 })
    await createResource(
      context,
      SHOP_OCCASIONS,
      { store: 'plan', actor: 'test', role: 'owner' },
      { data: { name: '店庆', kind: 'shop', mainDay: '2024-05-06', recurs: 'yearly' }, reason: '' },
    )
    const after = await runForecast(context, store, { metric: 'paid', horizon: 5 })
    expect(after).not.toBe(before)
  }, 60_000)

  test('[P5.10] prices, discounts and empty shelves of the shop’s own facts are taken into account and told', async () => {
    const ask = { metric: 'unitsSold', horizon: 7, with: ['price', 'promotion', 'stockOut'] as const }
    const plain = await runForecast(context, priced, { ...ask, with: [...ask.with] })
    const told = Object.fromEntries(plain.whole.influences.map((i) => [i.id, i]))
    expect(told.price?.effect).toBeGreaterThan(-3)
    expect(told.price?.effect).toBeLessThan(-1)
    expect(told.promotion?.periods).toBe(280)
    // Three weeks without goods are no three weeks without demand.
    expect(told.stockOut?.periods).toBe(21)
    const blind = await runForecast(context, priced, { metric: 'unitsSold', horizon: 7 })
    expect(plain.whole.values[0]?.mean).toBeGreaterThan(25)
    expect(blind.whole.values[0]?.mean).toBeLessThan(10)

    const planned = { priceChangeBp: -1500, discounts: [{ from: '2026-01-02', to: '2026-01-03', depthBp: 2000 }] }
    const cheaper = await runForecast(context, priced, { ...ask, with: [...ask.with], planned })
    const [first, , third] = cheaper.whole.values
    expect(first?.mean).toBeGreaterThan(1.15 * (plain.whole.values[0]?.mean ?? 0))
    expect(first?.parts.promotion).toBeGreaterThan(plain.whole.values[0]?.parts.promotion ?? 0)
    expect(third?.parts.promotion).toBeGreaterThan(first?.parts.promotion ?? 0)
    for (const { mean, parts } of cheaper.whole.values)
      expect(parts.base + parts.season + parts.event + parts.promotion).toBe(mean)
  }, 60_000)

  test('an influence that the catalogue cannot cut like that is refused, and so is a pre-sale by month', async () => {
    const filters = [{ dimension: 'province', values: ['上海'] }]
    await expect(runForecast(context, store, { metric: 'paid', with: ['stockOut'], filters })).rejects.toThrow(
      /stockOutRate 没有维度“province”/,
    )
    const monthly = { metric: 'paid', grain: 'month' as const, with: ['presale' as const] }
    await expect(runForecast(context, store, monthly)).rejects.toMatchObject({ code: 'invalid_request' })
  })

  test.each([
    ['an unknown metric', { metric: 'nothing' }, 'unknown_metric'],
    ['a metric without data', { metric: 'uv' }, 'not_forecastable'],
  ])('%s is refused', async (_, request, code) => {
    await expect(runForecast(context, store, request)).rejects.toMatchObject({ code })
  })
})
