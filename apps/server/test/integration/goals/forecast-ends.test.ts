import type {
  DriversAnswer,
  FeeRatioCheck,
  GoalGap,
  GoalsAttainment,
  PlanDetail,
  PlanFindings,
} from '@zhanggui/contract'
import { addDays, daysBetween, parseDay } from '@zhanggui/kernel'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp } from '../../support/test-app.ts'
import { createTestClock, type TestContext } from '../../support/test-context.ts'
import { addPerson, type Person } from '../../support/test-people.ts'
import { insertFacts } from '../insight/insert-facts.ts'
import { line } from '../insight/maoyi-shop.ts'

const [FIRST, UNTIL] = [parseDay('2025-01-01'), parseDay('2026-07-01')]
const DAYS = daysBetween(FIRST, UNTIL)
const PLANS = '/v1/stores/maoyi/plans'

let context: TestContext
let app: FastifyInstance
let owner: Person
let head: Person
let plan: PlanDetail

/** Every day the same ten people look and two who never came before; one of the ten and one of the two buy for 100 yuan each. */
function days() {
  return Array.from({ length: DAYS }, (_, i) => {
    const day = addDays(FIRST, i)
    const people = [...Array.from({ length: 10 }, (_, n) => n + 1), 1000 + 2 * i, 1001 + 2 * i]
    const views = people.map((visitor) => ({
      store: 'maoyi',
      type: 'view',
      visitor,
      day,
      at: `${day}T04:00:00.000Z`,
      row_key: i * 100 + (visitor % 100) + visitor * 100_000,
    }))
    const orders = [(i % 10) + 1, 1000 + 2 * i].map((buyer) => line(`o${i}-${buyer}`, buyer, day, 100))
    return { views, orders }
  })
}

beforeAll(async () => {
  ;({ context, app, owner } = await openTestApp({
    stores: ['maoyi'],
    clock: createTestClock('2026-07-01T04:00:00.000Z'),
  }))
  head = await addPerson(app, owner, { store: 'maoyi', role: 'operations' })
  const made = days()
  await insertFacts(
    context,
    'events',
    made.flatMap((d) => d.views),
  )
  await insertFacts(
    context,
    'order_lines',
    made.flatMap((d) => d.orders),
  )
  plan = (await head({ method: 'POST', url: PLANS, payload: { year: 2026, name: '规划' } })).json()
  const goal = (metric: string, target: number) => ({ id: metric, metric, period: '2026', target })
  const goals = [goal('paid', 9_000_000), goal('uv', 1000), goal('buyers', 400), goal('cvr', 0.6), goal('aov', 20_000)]
  const payload = { revision: plan.revisions.goals, body: { goals, measures: [] } }
  expect((await head({ method: 'PUT', url: `${PLANS}/${plan.id}/parts/goals`, payload })).statusCode).toBe(200)
}, 120_000)
afterAll(() => app.close())

const near = (value: number | null | undefined, wanted: number, share = 0.02): void => {
  expect(value).toBeGreaterThan(wanted * (1 - share))
  expect(value).toBeLessThan(wanted * (1 + share))
}

describe('where people and rates are heading', () => {
  test('[P2.22] visitors and buyers are forecast as people: who comes again is not counted again', async () => {
    const { rows } = (await head({ url: `${PLANS}/${plan.id}/goals/attainment` })).json<GoalsAttainment>()
    const row = (id: string) => rows.find((r) => r.goal === id)
    expect(row('uv')).toMatchObject({ actual: 10 + 2 * 181, method: 'forecast' })
    // A year has ten regulars and two new visitors a day; adding days up would come to more than four thousand.
    near(row('uv')?.end?.mean, 10 + 2 * 365)
    near(row('buyers')?.end?.mean, 10 + 365)
    near(row('cvr')?.end?.mean, 375 / 740)
    near(row('aov')?.end?.mean, (2 * 365 * 10_000) / 375)
    expect(row('uv')?.status).toBe('atRisk')
  })

  test('[P2.22] a running goal’s gap is explained by the forecasts of its drivers, to the fen', async () => {
    const gap = (await head({ url: `${PLANS}/${plan.id}/goals/paid/gap` })).json<GoalGap>()
    expect(gap.causes.map((c) => c.id)).toEqual(['uv', 'cvr', 'aov', 'plannedGrowth'])
    expect(gap.causes.reduce((sum, c) => sum + c.effect, 0)).toBe(gap.difference)
    near(gap.causes.find((c) => c.id === 'uv')?.to, 740)
    expect(gap.causes.find((c) => c.id === 'uv')?.from).toBe(740)
  })

  test('a plan made while the year is open has drivers that agree with its sales', async () => {
    const asked = { year: 2027, name: '明年', from: 'data', growthBp: 2000 }
    const next = (await head({ method: 'POST', url: PLANS, payload: asked })).json<PlanDetail>()
    const uv = next.goals.find((g) => g.metric === 'uv')
    const paid = next.goals.find((g) => g.metric === 'paid' && g.parentId === null)
    // Sales to the year's end are forecast; visitors at the same rates are as many as those sales take.
    expect((uv?.target ?? 0) / (uv?.baseline ?? 1)).toBeCloseTo((paid?.target ?? 0) / (paid?.baseline ?? 1), 2)
    const { findings } = (await head({ url: `${PLANS}/${next.id}/findings` })).json<PlanFindings>()
    expect(findings.map((f) => f.rule)).not.toContain('driver-overdetermined')
    // What the driver equation grows is the same year's end.
    const given = { gmv: 0.2, uv: null, cvr: 0, aov: 0 }
    const payload = { as: 'growth', given }
    const drivers = await head({ method: 'POST', url: `${PLANS}/${next.id}/goals/drivers`, payload })
    expect(drivers.json<DriversAnswer>()).toMatchObject({
      base: { gmv: paid?.baseline },
      values: { gmv: paid?.target },
    })
  })

  test('[P2.05] the fee ratio is held against the forecast of sales, not the hope of them', async () => {
    const lines = [
      { id: 'all', name: '推广', parentId: null, period: '2026', amountCents: 2_000_000 },
      {
        id: 'ads',
        name: '直通车',
        parentId: 'all',
        period: '2026',
        amountCents: 2_000_000,
        channel: 'keyword',
        owner: '张三',
      },
    ]
    const body = { lines, rules: { feeRatioMaxBp: 1800 } }
    const now: PlanDetail = (await head({ url: `${PLANS}/${plan.id}` })).json()
    const saved = await head({
      method: 'PUT',
      url: `${PLANS}/${plan.id}/parts/budget`,
      payload: { revision: now.revisions.budget, body },
    })
    expect(saved.statusCode, saved.body).toBe(200)
    const url = `${PLANS}/${plan.id}/budget/check`
    const ask = async (amountCents: number): Promise<FeeRatioCheck> => {
      const answer = await head({ method: 'POST', url, payload: { lineId: 'ads', amountCents } })
      expect(answer.statusCode, answer.body).toBe(200)
      const [year] = answer.json<FeeRatioCheck[]>()
      if (!year) throw new Error('the year is checked')
      return year
    }
    // 730 orders of 100 yuan; the target says 90,000 yuan, of which 16 % would be 14,400.
    const small = await ask(1_200_000)
    expect([small.gmvBasis, small.verdict]).toEqual(['forecast', 'within'])
    near(small.gmvCents, 7_300_000)
    expect(await ask(1_440_000)).toMatchObject({ verdict: 'held' })
  })
})
