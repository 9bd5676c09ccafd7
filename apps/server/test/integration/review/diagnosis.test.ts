import type { BenchmarkGaps, EngagementAnswer, IssueList, Weaknesses } from '@zhanggui/contract'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp } from '../../support/test-app.ts'
import type { TestContext } from '../../support/test-context.ts'
import type { Person } from '../../support/test-people.ts'
import { insertFacts } from '../insight/insert-facts.ts'
import { plantVoices, plantWays } from './planted-ways.ts'

let context: TestContext
let app: FastifyInstance
let owner: Person

const STORE = '/v1/stores/alpha'
const SEPTEMBER = 'from=2026-09-01&to=2026-10-01'
const OCTOBER = 'from=2026-10-01&to=2026-11-01'

async function ask<T>(path: string): Promise<T> {
  const answer = await owner({ url: `${STORE}${path}` })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json() as T
}
async function tell(path: string, payload: object) {
  const answer = await owner({ method: 'POST', url: `${STORE}${path}`, payload })
  expect([200, 201], answer.body).toContain(answer.statusCode)
  return answer.json()
}

/** A campaign of two days with the gameplay that its page shows. */
async function plantCampaign(id: string, name: string, mainDay: string): Promise<void> {
  const { revision, body } = await tell('/campaigns', { id, name, mainDay })
  const mechanics = ['满减', '加购礼']
  const payload = { ...body, mechanics, copy: '一起来凑满减', revision }
  const put = await owner({ method: 'PUT', url: `${STORE}/campaigns/${id}`, payload })
  expect(put.statusCode, put.body).toBe(200)
}

beforeAll(async () => {
  ;({ context, app, owner } = await openTestApp({ stores: ['alpha'] }))
  await plantWays(context)
  await plantVoices(context)
  const data = {
    code: 'industry-cvr',
    name: '行业支付转化率',
    metric: 'cvr',
    basis: 'value',
    target: 0.99,
    source: '行业报告',
    sourceDay: '2026-01-05',
    mechanism: '详情页首屏讲清卖点',
    action: '重做前十款的首屏',
  }
  await tell('/resources/benchmarks', { data })
})
afterAll(() => app.close())

describe('weaknesses', () => {
  test('[P14.11] a planted weakness of each class is found with measure, evidence and action', async () => {
    await plantCampaign('first', '九月满减', '2026-09-05')
    await plantCampaign('again', '九月再满减', '2026-09-15')
    const { weaknesses } = await ask<Weaknesses>(`/review/weaknesses?${SEPTEMBER}`)
    const found = Object.fromEntries(weaknesses.map((w) => [w.id, w]))
    expect(Object.keys(found).sort()).toEqual(['conversion', 'coverage', 'eventTypes', 'freshness', 'sameness'])
    expect(found.conversion).toMatchObject({ value: 0.5, limit: 0.99, limitSource: '行业报告（2026-01-05）' })
    expect(found.sameness).toMatchObject({ value: 0.5, evidenceEn: expect.stringContaining('九月再满减') })
    expect(found.eventTypes?.evidenceEn).toBe('not tracked: cart, favourite, pay')
    for (const w of weaknesses) expect([w.evidenceZh, w.actionZh, w.actionEn, w.link].every((t) => t !== '')).toBe(true)
  })

  test('[P14.11] a healthy area is silent, and what cannot be judged says why', async () => {
    const { weaknesses, healthy, unknown } = await ask<Weaknesses>(`/review/weaknesses?${OCTOBER}`)
    expect(weaknesses.map((w) => w.id)).not.toContain('conversion')
    expect(weaknesses.map((w) => w.id)).not.toContain('granularity')
    expect(healthy).toBe(2)
    expect(unknown.map((u) => u.id)).toEqual(['sameness', 'stockOut', 'slowStock'])
    expect(unknown[1]?.whyEn).toContain('stock')
  })
})

describe('supply and coarse data', () => {
  const stock = (day: string, sku: string, units: number) => ({
    store: 'alpha',
    day,
    sku_id: sku,
    item_id: sku,
    on_hand: units,
    on_sale: 1,
  })
  const found = async (days: string) => {
    const { weaknesses } = await ask<Weaknesses>(`/review/weaknesses?${days}`)
    return new Map(weaknesses.map((weakness) => [weakness.id, weakness]))
  }

  test('[P14.11] slow supply and stock-outs are found with their measure, and healthy stock is silent', async () => {
    const order = (day: string, n: number) => ({
      store: 'alpha',
      order_id: `supply-${day}-${n}`,
      line_id: '1',
      created_day: day,
      paid_day: day,
      item_id: 'k1',
      sku_id: 'k1',
      quantity: 1,
      gmv_cents: 100,
      paid_cents: 100,
    })
    const april = ['2026-04-01', '2026-04-02', '2026-04-03', '2026-04-04']
    const may = ['2026-05-01', '2026-05-02', '2026-05-03', '2026-05-04']
    await insertFacts(
      context,
      'order_lines',
      [...april, ...may].map((day, n) => order(day, n)),
    )
    await insertFacts(context, 'stock_daily', [
      ...april.flatMap((day) => [stock(day, 'k1', 400), stock(day, 'k2', 0)]),
      ...may.flatMap((day) => [stock(day, 'k1', 5)]),
    ])
    const weak = await found('from=2026-04-01&to=2026-04-05')
    expect(weak.get('stockOut')).toMatchObject({ class: 'supply', value: 0.5, limitSource: '年度改善目标' })
    expect(weak.get('slowStock')).toMatchObject({ class: 'supply', unit: 'days' })
    expect(weak.get('slowStock')?.value).toBeGreaterThan(weak.get('slowStock')?.limit ?? Number.POSITIVE_INFINITY)
    const healthy = await found('from=2026-05-01&to=2026-05-05')
    expect([healthy.has('stockOut'), healthy.has('slowStock')]).toEqual([false, false])
  })

  test('[P14.11] orders that name no item are too coarse to judge goods by', async () => {
    const coarse = Array.from({ length: 40 }, (_, n) => ({
      store: 'alpha',
      order_id: `coarse-${n}`,
      line_id: '1',
      created_day: '2026-03-01',
      paid_day: '2026-03-01',
      gmv_cents: 100,
      paid_cents: 100,
    }))
    expect((await found(OCTOBER)).has('granularity')).toBe(false)
    await insertFacts(context, 'order_lines', coarse)
    expect((await found(OCTOBER)).get('granularity')).toMatchObject({
      class: 'data',
      actionEn: expect.stringContaining('items'),
    })
  })
})

describe('benchmarks', () => {
  const gapOf = async (id: string) => {
    const { benchmarks } = await ask<BenchmarkGaps>(`/review/benchmarks?${SEPTEMBER}`)
    return benchmarks.find((b) => b.id === id || b.metric === id)
  }

  test('[P1.15] the library and the own cases stand beside the own figure, with the gap', async () => {
    const { benchmarks } = await ask<BenchmarkGaps>(`/review/benchmarks?${SEPTEMBER}`)
    expect(benchmarks.map((b) => b.id)).toEqual(
      expect.arrayContaining(['livePerSession', 'tiersRepurchase', 'privateShare', 'topicReads']),
    )
    expect(await gapOf('cvr')).toMatchObject({ origin: 'shop', own: 0.5, target: 0.99, gap: 0.49, initiative: null })
    expect(await gapOf('privateShare')).toMatchObject({ target: 0.35, own: 0, gap: 0.35 })
    expect(await gapOf('topicReads')).toMatchObject({ own: null, gap: null })
  })

  test('[P1.15] a gap becomes an initiative that carries its figures, and the gap names it', async () => {
    const { id } = (await gapOf('cvr')) ?? {}
    const body = {
      from: '2026-09-01',
      to: '2026-10-01',
      owner: '李四',
      fromDay: '2026-10-15',
      metric: 'cvr',
      items: 'i1',
      controlItems: 'i2',
    }
    const made = await tell(`/review/benchmarks/${id}/initiative`, body)
    expect(made.data).toMatchObject({ owner: '李四', metric: 'cvr', targetShare: 0.98 })
    expect(made.data.note).toContain('标杆值 99.00%，本店 50.00%，差距 49.00%')
    expect((await gapOf('cvr'))?.initiative).toMatchObject({ id: made.id, state: 'planned' })
    const unknown = await owner({ method: 'POST', url: `${STORE}/review/benchmarks/none/initiative`, payload: body })
    expect(unknown.statusCode).toBe(404)
  })
})

describe('issues', () => {
  test('[P14.04] one issue from three sources is merged, ranked by the people it troubles', async () => {
    const { issues, texts, complaints } = await ask<IssueList>(`/review/issues?${OCTOBER}`)
    expect([texts, complaints]).toEqual([4, 4])
    expect(issues.map((i) => [i.id, i.people, i.atStakeCents])).toEqual([
      ['slowDispatch', 3, 20_000],
      ['damaged', 1, 10_000],
    ])
    expect(issues[0]?.sources.map((s) => s.source).sort()).toEqual(['calls', 'social', 'survey'])
  })

  test('days without a word have no issues', async () => {
    expect(await ask<IssueList>('/review/issues?from=2026-01-01&to=2026-02-01')).toMatchObject({ texts: 0, issues: [] })
  })
})

describe('engagement', () => {
  test('[P14.03] who takes part much is a group with traits of its own', async () => {
    const rows = Array.from({ length: 90 }, (_, i) => i).flatMap((i) => {
      const isKeen = i % 3 === 0
      const event = (n: number, type: string) => ({
        store: 'alpha',
        day: '2026-07-05',
        at: '2026-07-05T02:00:00.000Z',
        type,
        visitor: 5000 + i,
        session: 5000 + i,
        channel: isKeen ? '直播' : '搜索',
        device: 'app',
        dwell_ms: 4000,
        row_key: i * 1000 + n,
      })
      const views = Array.from({ length: isKeen ? 20 + (i % 7) : 1 + (i % 2) }, (_, n) => event(n, 'view'))
      return [...views, ...(isKeen ? [event(100, 'cart'), event(101, 'favourite'), event(102, 'pay')] : [])]
    })
    await insertFacts(context, 'events', rows)
    const answer = await ask<EngagementAnswer>('/review/engagement?from=2026-07-01&to=2026-08-01')
    expect(answer).toMatchObject({ uv: 90, people: 90, isSample: false })
    expect(answer.stability).toBeGreaterThan(0.9)
    expect(answer.groups.map((g) => g.people)).toEqual([60, 30])
    expect(answer.groups[1]).toMatchObject({ payShare: 1, interactions: 1, carts: 1 })
    expect(answer.groups[1]?.traits).toEqual([{ dimension: 'channel', value: '直播', share: 1, lift: 3 }])
  })
})
