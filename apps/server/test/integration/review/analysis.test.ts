import type { Attribution, ChannelCredit, Explanation, MarketingReturns } from '@zhanggui/contract'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp } from '../../support/test-app.ts'
import type { TestContext } from '../../support/test-context.ts'
import type { Person } from '../../support/test-people.ts'
import { EVENTS, GOALS, LINES, RULES } from '../budget/alpha-budget.ts'
import { plantWays, STOPPED } from './planted-ways.ts'

let context: TestContext
let app: FastifyInstance
let owner: Person

const STORE = '/v1/stores/alpha'
const OCTOBER = 'from=2026-10-01&to=2026-11-01'

beforeAll(async () => {
  ;({ context, app, owner } = await openTestApp({ stores: ['alpha'] }))
  await plantWays(context)
})
afterAll(() => app.close())

async function ask<T>(path: string): Promise<T> {
  const answer = await owner({ url: `${STORE}${path}` })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json() as T
}

const sum = <T>(items: readonly T[], pick: (item: T) => number): number =>
  items.reduce((total, i) => total + pick(i), 0)

describe('why a metric changed', () => {
  test('[P14.01] UV × CVR × AOV sums to the gap to the fen, and so do the categories', async () => {
    const answer = await ask<Explanation>(`/review/explanation?metric=paid&${OCTOBER}&compare=previous`)
    expect(answer).toMatchObject({ before: 20_000, after: 45_000, change: 25_000 })
    expect(answer.drivers.map((d) => [d.id, d.from, d.to])).toEqual([
      ['uv', 4, 5],
      ['cvr', 0.5, 1],
      ['aov', 10_000, 9_000],
    ])
    expect(sum(answer.drivers, (d) => d.effect)).toBe(25_000)
    expect(answer.parts.map((p) => [p.value, p.effect])).toEqual([
      ['家居', 30_000],
      ['美妆', -5_000],
    ])
    expect(answer.rest).toBe(0)
  })

  test('a rate is told apart into mix and rate; who is in several values is a line of its own', async () => {
    const answer = await ask<Explanation>(
      `/review/explanation?metric=refundRate&${OCTOBER}&compare=custom&compareFrom=2026-08-01&compareTo=2026-09-01`,
    )
    expect(answer).toMatchObject({ method: 'mixRate', change: 0 })
    expect(answer.notes.map((n) => n.code)).toEqual([])
  })

  test('volume, price and mix add up to the change of the items', async () => {
    const { priceVolumeMix, change } = await ask<Explanation>(`/review/explanation?${OCTOBER}`)
    const { volume = 0, price = 0, mix = 0 } = priceVolumeMix ?? {}
    expect(volume + price + mix).toBe(change)
    // Two units in September, six in October.
    expect(volume).toBe(35_000)
  })

  test('the first days of the shop have nothing to be compared with, and a shop without data has nothing', async () => {
    const first = await ask<Explanation>('/review/explanation?from=2024-01-01&to=2024-02-01')
    expect(first).toMatchObject({ change: null, drivers: [], parts: [] })
    const bad = await owner({ url: `${STORE}/review/explanation?by=moon` })
    expect(bad.statusCode).toBe(400)
  })
})

const credit = ({ channels }: Attribution, name: string): ChannelCredit | undefined =>
  channels.find((c) => c.channel === name)

describe('who led buyers to the shop', () => {
  test('[P8.33] touch paths from events and orders give the published removal effects; contributions sum to 100 %', async () => {
    const answer = await ask<Attribution>(`/review/attribution?${OCTOBER}`)
    expect(answer.total).toEqual({ orders: 5, paidCents: 45_000 })
    expect(answer.left).toBe(1)
    expect(answer.chance).toBeCloseTo(0.8, 9)
    expect(credit(answer, '直通车')?.removal).toBeCloseTo(0.75, 9)
    expect(credit(answer, '私域')?.removal).toBeCloseTo(0.5, 9)
    expect(credit(answer, '直通车')?.models.markov.paidCents).toBe(24_000)
    expect(credit(answer, '私域')?.models.markov.paidCents).toBe(16_000)
    expect(credit(answer, '')?.models.last.paidCents).toBe(5_000)
    for (const model of ['last', 'first', 'linear', 'timeDecay', 'position', 'markov', 'shapley'] as const) {
      expect(sum(answer.channels, (c) => c.models[model].paidCents)).toBe(45_000)
      expect(sum(answer.channels, (c) => c.models[model].share ?? 0)).toBeCloseTo(1, 9)
    }
  })

  test('[P8.33] private and natural channels are lines like any other; visits before the window lead nobody', async () => {
    const classes = await ask<Attribution>(`/review/attribution?from=2026-09-01&to=2026-10-01&by=trafficClass`)
    expect(classes.channels.map((c) => c.nameZh).sort()).toEqual(['付费推广', '搜索'])
    const brief = await ask<Attribution>(`/review/attribution?${OCTOBER}&windowDays=1`)
    expect(credit(brief, '直通车')?.models.first.paidCents).toBe(20_000)
    expect(credit(brief, '私域')?.models.first.paidCents).toBe(20_000)
  })

  test('nothing sold: every share is unknown, no figure is invented', async () => {
    const empty = await ask<Attribution>('/review/attribution?from=2024-01-01&to=2024-02-01')
    expect(empty).toMatchObject({ total: { orders: 0, paidCents: 0 }, channels: [] })
  })
})

describe('marketing returns', () => {
  let plan: string
  const post = async (path: string, payload: object): Promise<void> => {
    const answer = await owner({ method: 'POST', url: `${STORE}/plans/${plan}/budget/${path}`, payload })
    expect(answer.statusCode, answer.body).toBe(200)
  }
  const entry = (id: string, lineId: string, kind: string, yuan: number, more = {}) =>
    post('ledger', { id, kind, lineId, amountCents: yuan * 100, day: '2026-10-20', ...more })

  beforeAll(async () => {
    const made = await owner({ method: 'POST', url: `${STORE}/plans`, payload: { year: 2026, name: '2026' } })
    plan = made.json().id as string
    const parts = {
      budget: { revision: 1, body: { lines: LINES, rules: RULES } },
      goals: { revision: 1, body: { goals: GOALS, measures: [] } },
      events: { revision: 1, body: EVENTS },
    }
    const put = await owner({ method: 'PUT', url: `${STORE}/plans/${plan}/parts`, payload: { parts, reason: '测试' } })
    expect(put.statusCode, put.body).toBe(200)
    await post('open', {})
    await entry('a', 'ads', 'spend', 100, { from: 'planned' })
    await entry('b', 'coupons', 'accrue', 30, { from: 'planned' })
    await entry('c', 'video', 'spend', 20, { from: 'planned', day: '2026-11-02' })
    // What was owed is paid: the same money, not more.
    await entry('d', 'coupons', 'spend', 30, { from: 'accrued', day: '2026-10-25' })
    const data = {
      code: 't1',
      name: '直通车停投',
      channel: 'keyword',
      fromDay: '2026-08-08',
      toDay: '2026-08-15',
      stoppedProvinces: STOPPED,
    }
    const stored = (await owner({ method: 'POST', url: `${STORE}/resources/channelTests`, payload: { data } })).json()
    let { version } = stored
    for (const state of ['running', 'done']) {
      const moved = await owner({
        method: 'POST',
        url: `${STORE}/resources/channelTests/${stored.id}/state`,
        payload: { version, state },
      })
      expect(moved.statusCode, moved.body).toBe(200)
      version = moved.json().version
    }
  })

  test('[P14.02] costs of all rows add up to the ledger, by cost type, and what tools measured stands beside', async () => {
    const answer = await ask<MarketingReturns>(`/review/returns?${OCTOBER}&model=markov`)
    expect(answer.ledgerCents).toBe(13_000)
    expect(sum(answer.rows, (r) => r.postedCents)).toBe(answer.ledgerCents)
    expect(answer.rows.map((r) => [r.id, r.costType, r.postedCents, r.measuredCents, r.costCents])).toEqual([
      ['keyword', 'ads', 10_000, 6_000, 10_000],
      ['coupons', 'subsidies', 3_000, 0, 3_000],
    ])
    expect(answer.unposted).toEqual([])
  })

  test('[P14.02] attributed and incremental stand side by side with what the tool claims', async () => {
    const { rows } = await ask<MarketingReturns>(`/review/returns?${OCTOBER}&model=markov`)
    const [keyword, coupons] = rows
    expect(keyword).toMatchObject({ claimedCents: 40_000, attributedCents: 24_000, attributedRoi: 2.4 })
    expect(keyword?.incremental).toMatchObject({ test: '直通车停投', paidCents: 150_000, costCents: 50_000, roi: 3 })
    expect(keyword?.incremental?.lowCents).toBeGreaterThan(0)
    expect(coupons).toMatchObject({ attributedCents: null, incremental: null, reason: 'no_return' })
  })

  test('[P14.02] the next budget moves nothing on a handful of orders, and says so', async () => {
    const { rows, totals } = await ask<MarketingReturns>(`/review/returns?${OCTOBER}`)
    expect(rows[0]).toMatchObject({ reason: 'thin_data', proposedCents: 10_000 })
    expect(sum(rows, (r) => r.proposedCents)).toBe(totals.costCents)
  })
})
