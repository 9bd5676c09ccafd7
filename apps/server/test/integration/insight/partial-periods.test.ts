import type { QueryRequest, Store } from '@zhanggui/contract'
import { addDays, parseDay } from '@zhanggui/kernel'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createStore } from '../../../src/modules/admin/stores.ts'
import { runQuery } from '../../../src/modules/insight/run-query.ts'
import { createTestContext, type TestContext } from '../../support/test-context.ts'
import { type FactRow, insertFacts } from './insert-facts.ts'
import { line } from './maoyi-shop.ts'

/** A yuan a day from 22 November 2024 to 10 November 2026 noon; tea was sold in 2025 only. */
const FIRST = parseDay('2024-11-22')
const TODAY = parseDay('2026-11-10')

let context: TestContext
let store: Store

beforeAll(async () => {
  context = await createTestContext()
  context.clock.set('2026-11-10T04:30:00.000Z')
  store = await createStore(context, { id: 'maoyi', name: '猫衣' }, { actor: 'test' })
  const rows: FactRow[] = []
  for (let day = FIRST; day <= TODAY; day = addDays(day, 1)) {
    const category = day < '2026-01-01' && day >= '2025-01-01' ? '茶' : '衣'
    rows.push(line(`${day}-am`, 1, day, 1, { category }))
    // In the evening as much again, but today's evening has not come.
    const evening = `${day}T12:00:00.000Z`
    if (day < TODAY) rows.push({ ...line(`${day}-pm`, 2, day, 1, { category }), created_at: evening, paid_at: evening })
  }
  await insertFacts(context, 'order_lines', rows)
})
afterAll(() => context.close())

const ask = (request: QueryRequest) => runQuery(context, store, request)
const paid = (request: Omit<QueryRequest, 'metrics'>) => ask({ metrics: ['paid'], ...request })

test('a period compared with one that lies only partly within the data keeps its figure and loses its percentage', async () => {
  const { rows, partial } = await paid({ by: ['month'], from: '2025-11-01', to: '2026-01-01', compare: 'yoy' })
  expect(rows).toEqual([
    { month: '2025-11', paid: 6000, paidCompare: 1800 },
    { month: '2025-12', paid: 6200, paidCompare: 6200 },
  ])
  expect(partial).toEqual([
    { period: '2025-11', column: 'paidCompare', days: 9, ofDays: 30, running: false, comparable: false },
    { period: '', column: 'paidCompare', days: 40, ofDays: 61, running: false, comparable: false },
  ])
})

test('a range wholly within the data has no marks', async () => {
  const { partial, elapsed } = await paid({ by: ['month'], from: '2026-03-01', to: '2026-05-01', compare: 'previous' })
  expect({ partial, elapsed }).toEqual({ partial: [], elapsed: null })
})

test('a month that is not over is compared with as much of the other month, to the minute of the day', async () => {
  const { rows, totals, elapsed, partial } = await paid({
    by: ['month'],
    from: '2026-10-01',
    to: '2026-12-01',
    compare: 'yoy',
  })
  expect(rows).toEqual([
    { month: '2026-10', paid: 6200, paidCompare: 6200 },
    // Nine whole days and a morning, here and there.
    { month: '2026-11', paid: 1900, paidCompare: 1900 },
  ])
  expect(elapsed).toEqual({
    range: { from: '2026-10-01', to: '2026-11-11' },
    compareRange: { from: '2025-10-01', to: '2025-11-11' },
  })
  expect(totals).toEqual({ paid: 8100, paidCompare: 8200 })
  expect(partial).toEqual([
    { period: '2026-11', column: 'paid', days: 10, ofDays: 30, running: true, comparable: true },
    { period: '2026-11', column: 'paidCompare', days: 10, ofDays: 30, running: false, comparable: true },
    { period: '', column: 'paid', days: 41, ofDays: 61, running: true, comparable: true },
  ])
})

test('today is compared with the same hours of the day before, and the hours to come with nothing', async () => {
  const day = { from: '2026-11-10', to: '2026-11-11', compare: 'previous' as const }
  const whole = await paid(day)
  expect(whole.totals).toEqual({ paid: 100, paidCompare: 100 })
  expect(whole.partial).toEqual([{ period: '', column: 'paid', days: 1, ofDays: 1, running: true, comparable: true }])
  const { partial } = await paid({ ...day, by: ['hour'] })
  const open = partial.filter((p) => p.period !== '' && !p.comparable).map((p) => p.period)
  expect([open[0], open.length]).toEqual(['2026-11-10T11', 13])
})

test('what has days only cannot be cut at noon: a short range with today in it has no percentage', async () => {
  const request = { metrics: ['paid', 'refunded'], from: '2026-11-08', to: '2026-11-11', compare: 'previous' as const }
  const { partial } = await ask(request)
  expect(partial.map((p) => [p.column, p.comparable])).toEqual([
    ['paid', true],
    ['refunded', false],
  ])
})

test('the same answer is asked anew when the day is over', async () => {
  context.clock.set('2026-11-11T04:30:00.000Z')
  const { totals, partial } = await paid({ from: '2026-11-10', to: '2026-11-11', compare: 'previous' })
  expect({ totals, partial }).toEqual({ totals: { paid: 100, paidCompare: 200 }, partial: [] })
  context.clock.set('2026-11-10T04:30:00.000Z')
})

test('a value that only the range compared with had has a row in each of its periods', async () => {
  const { rows } = await paid({
    by: ['month', 'category'],
    from: '2026-01-01',
    to: '2026-03-01',
    compare: 'yoy',
  })
  expect(rows).toEqual([
    { month: '2026-01', category: '茶', paid: 0, paidCompare: 6200 },
    { month: '2026-01', category: '衣', paid: 6200, paidCompare: 0 },
    { month: '2026-02', category: '茶', paid: 0, paidCompare: 5600 },
    { month: '2026-02', category: '衣', paid: 5600, paidCompare: 0 },
  ])
})

test('a month that the question itself cuts off names its days, and is compared with as many', async () => {
  const { partial } = await paid({ by: ['month'], from: '2026-02-10', to: '2026-04-01', compare: 'yoy' })
  const mark = { period: '2026-02', days: 19, ofDays: 28, running: false, comparable: true }
  expect(partial).toEqual([
    { ...mark, column: 'paid' },
    { ...mark, column: 'paidCompare' },
  ])
})

test('parts of months of different length are not compared', async () => {
  const { partial } = await paid({ by: ['month'], from: '2026-03-10', to: '2026-04-01', compare: 'previous' })
  expect(partial.filter((p) => p.period !== '').map((p) => [p.column, p.days, p.comparable])).toEqual([
    ['paid', 22, false],
    ['paidCompare', 13, false],
  ])
})
