import { addDays, parseDay } from '@zhanggui/kernel'
import {
  type Block,
  isFigure,
  REPORT_LIBRARY,
  type ReportDocument,
  renderDocx,
  renderPptx,
  sentencesText,
} from '@zhanggui/report'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getStore } from '../../../src/modules/admin/stores.ts'
import { createCampaign } from '../../../src/modules/campaigns/records/create-campaign.ts'
import { listReports } from '../../../src/modules/review/reports/list-reports.ts'
import { makeReport } from '../../../src/modules/review/reports/make-report.ts'
import { openTestApp, type TestApp } from '../../support/test-app.ts'
import { createTestClock } from '../../support/test-context.ts'
import { type FactRow, insertFacts } from '../insight/insert-facts.ts'

const DAY = '2026-11-10'
/** Each shop lacks what a report usually stands on. */
const SHOPS = ['one-day', 'all-refunded', 'in-the-red', 'no-orders', 'long-ago'] as const
type Shop = (typeof SHOPS)[number]

let installation: TestApp

const sale = (store: Shop, day: string, id: string, more: FactRow = {}): FactRow => ({
  store,
  order_id: `${day}-${id}`,
  line_id: `${day}-${id}`,
  created_day: day,
  paid_day: day,
  category: '美妆',
  item_id: 'item',
  buyer: 1,
  gmv_cents: 10_000,
  paid_cents: 10_000,
  ...more,
})

/** Between them they hold every section that divides, compares or counts back. */
const STANDING_ON_MOST = ['annual-summary', 'monthly-review', 'campaign-result', 'page-return'] as const

const days = (from: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => addDays(parseDay(from), i))

const ORDERS: readonly FactRow[] = [
  sale('one-day', DAY, 'a'),
  sale('one-day', DAY, 'b', { buyer: 2 }),
  ...days('2026-10-01', 40).map((day) => sale('all-refunded', day, 'a', { refund_cents: 10_000, refunded_day: day })),
  ...days('2026-10-01', 10).map((day) => sale('in-the-red', day, 'a')),
  ...days('2025-12-01', 10).map((day) =>
    sale('in-the-red', day, 'b', { paid_cents: 90_000, refund_cents: 90_000, refunded_day: '2026-10-05' }),
  ),
  ...days('2011-01-01', 60).map((day) => sale('long-ago', day, 'a')),
]

/** One channel was seen and sold nothing; the other has a campaign's name and nobody in it. */
const views = (store: Shop): FactRow[] =>
  Array.from({ length: 150 }, (_, i) => ({
    store,
    day: DAY,
    at: `${DAY}T02:00:00.000Z`,
    type: 'view',
    visitor: i + 1,
    session: i + 1,
    channel: '搜索',
    page: 'detail',
    item_id: 'item',
    row_key: i,
  }))

const PERIODS = { week: '2026-11-09', month: '2026-11', quarter: '2026-Q4', year: '2026', campaign: 'one-day' } as const

beforeAll(async () => {
  installation = await openTestApp({ stores: [...SHOPS], clock: createTestClock('2026-11-16T01:30:00.000Z') })
  const { context } = installation
  await insertFacts(context, 'order_lines', ORDERS)
  await insertFacts(context, 'events', [...views('no-orders'), ...views('one-day')])
  for (const store of SHOPS)
    await createCampaign(context, { store, actor: 'test', role: 'owner' }, await getStore(context, store), {
      id: 'one-day',
      name: '一日活动',
      template: 'brandDay',
      mainDay: DAY,
      targetCents: 100_000,
      team: [],
    })
}, 120_000)
afterAll(() => installation.app.close())

const make = async (shop: Shop, report: string, period?: string, language: 'zh' | 'en' = 'zh') => {
  const kind = REPORT_LIBRARY.find(({ id }) => id === report)
  const { context } = installation
  const asked = { report, period: period ?? PERIODS[kind?.period ?? 'year'], language }
  return (await makeReport(context, await getStore(context, shop), asked)).document
}
const blocksOf = ({ chapters }: ReportDocument): Block[] => chapters.flatMap(({ blocks }) => [...blocks])
const textOf = (document: ReportDocument): string =>
  blocksOf(document)
    .flatMap((block) => (block.kind === 'paragraph' ? [sentencesText(block.sentences, document)] : []))
    .join('\n')

/** Every number of a document, wherever it stands. */
function numbersOf(document: ReportDocument): (number | null)[] {
  return blocksOf(document).flatMap((block) => {
    if (block.kind === 'figures') return block.items.map(({ figure }) => figure.value)
    if (block.kind === 'chart') return block.series.flatMap(({ values }) => [...values])
    if (block.kind === 'table')
      return block.rows.flatMap(({ cells }) => cells.filter(isFigure).map(({ value }) => value))
    if (block.kind !== 'paragraph') return []
    return block.sentences.flatMap(({ pieces }) => pieces.filter(isFigure).map(({ value }) => value))
  })
}

describe.each(SHOPS)('a shop that is %s', (shop) => {
  test('has its reports, each part with words, and no number that is none', async () => {
    for (const id of STANDING_ON_MOST) {
      const document = await make(shop, id)
      expect(
        document.chapters.filter(({ blocks }) => blocks.length === 0),
        id,
      ).toEqual([])
      expect(
        numbersOf(document).filter((n) => n !== null && !Number.isFinite(n)),
        id,
      ).toEqual([])
      expect(textOf(document), id).not.toMatch(/NaN|Infinity|undefined|null/)
    }
  }, 60_000)
})

test('a month without data says what is lacking in both languages', async () => {
  expect(textOf(await make('one-day', 'monthly-review', '2024-03'))).toContain('本期没有订单数据')
  expect(textOf(await make('one-day', 'monthly-review', '2024-03', 'en'))).toContain('There are no orders')
})

test('a campaign of one day in a shop of one day is told without a comparison, a course or a cause', async () => {
  const document = await make('one-day', 'campaign-result')
  const said = textOf(document)
  expect(said).toContain('支付金额 ¥200.00。')
  expect(said).not.toMatch(/增长|下降|主要原因|最多的是/)
  expect(blocksOf(document).filter(({ kind }) => kind === 'chart')).toEqual([])
})

test('a shop whose channels were seen and sold nothing divides by no sale: conversion is 0, and nothing is called its cause', async () => {
  const document = await make('no-orders', 'annual-summary')
  expect(textOf(document)).toContain('访客数 150。')
  expect(textOf(document)).not.toMatch(/主要原因|转化损失最大/)
  expect(JSON.stringify(await make('no-orders', 'campaign-result'))).toContain('本期没有订单数据')
})

test('net sales below zero are written with their minus, and no growth is told from them', async () => {
  const month = await make('in-the-red', 'monthly-review', '2026-10')
  const net = blocksOf(month).flatMap((block) =>
    block.kind === 'figures' ? block.items.filter(({ label }) => label === '净支付金额') : [],
  )
  expect(net.map(({ figure }) => figure.value)).toEqual([10 * 10_000 - 10 * 90_000])
  // November stands beside it: what is left after less than nothing has no percentage.
  const next = await make('in-the-red', 'monthly-review', '2026-11')
  expect(textOf(next)).not.toMatch(/净支付金额.*%/)
})

test('where everything was refunded the rate is whole and said so', async () => {
  const document = await make('all-refunded', 'monthly-review', '2026-10')
  const rate = blocksOf(document).flatMap((block) =>
    block.kind === 'figures' ? block.items.filter(({ label }) => label.startsWith('退款率')) : [],
  )
  expect(rate.map(({ figure }) => figure.value)).toEqual([1])
})

test('the barest report is a file as well', async () => {
  const document = await make('no-orders', 'annual-summary')
  const at = '2026-11-16T01:30:00Z'
  for (const render of [renderDocx, renderPptx]) expect((await render(document, at)).byteLength).toBeGreaterThan(5000)
})

test('a shop whose data ended long ago is offered the periods that it has, none of them due', async () => {
  const { context } = installation
  const { kinds } = await listReports(context, await getStore(context, 'long-ago'))
  const periodsOf = (id: string) => kinds.find((kind) => kind.id === id)?.periods.map(({ key }) => key)
  expect(periodsOf('annual-summary')).toEqual(['2011'])
  expect(periodsOf('monthly-review')).toEqual(['2011-02', '2011-01'])
  const standings = kinds.flatMap(({ periods }) => periods.map(({ standing }) => standing))
  expect(standings.filter((standing) => standing === 'due' || standing === 'late')).toEqual([])
})
