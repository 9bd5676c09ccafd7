import { occasionInYear, TMALL_OCCASIONS } from '@zhanggui/calendar'
import type { AttainmentRow, Goal, GoalsAttainment, GoalsChanged, GoalsView, PlanDetail } from '@zhanggui/contract'
import { addDays, parseDay } from '@zhanggui/kernel'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp } from '../../support/test-app.ts'
import { createTestClock, type TestContext } from '../../support/test-context.ts'
import { addPerson, type Person } from '../../support/test-people.ts'
import { insertFacts } from '../insight/insert-facts.ts'
import { line } from '../insight/maoyi-shop.ts'

let context: TestContext
let app: FastifyInstance
let owner: Person
let head: Person
let service: Person
let merchant: Person
const PLANS = '/v1/stores/maoyi/plans'

const occasion = (year: number) => {
  const rule = TMALL_OCCASIONS.find((o) => o.id === 'newYearGoods')
  const found = rule && occasionInYear(rule, year)
  if (!found) throw new Error(`no 年货节 in ${year}`)
  return found
}

const event = (type: string, visitor: number, day: string, more = {}) => ({
  store: 'maoyi',
  type,
  visitor,
  day,
  at: `${day}T04:00:00.000Z`,
  row_key: visitor * 1000 + Number(day.slice(5, 7)) * 31 + Number(day.slice(8)) + type.length * 100_000,
  ...more,
})

/** 年货节 of two years, whose days shift with the lunar year: 20 exposures in the first, 25 in the second, and one outside. */
function exposures() {
  const of = (year: number, count: number) =>
    Array.from({ length: count }, (_, i) =>
      event('exposure', i + 1, addDays(occasion(year).mainDay, -(i % 2)), {
        campaign: i % 5 ? '搜索加权' : '独家首发',
      }),
    )
  const outside = event('exposure', 99, addDays(occasion(2026).mainDay, -60))
  return [...of(2025, 20), ...of(2026, 25), outside]
}

beforeAll(async () => {
  ;({ context, app, owner } = await openTestApp({
    stores: ['maoyi'],
    clock: createTestClock('2026-05-10T04:00:00.000Z'),
  }))
  head = await addPerson(app, owner, { store: 'maoyi', role: 'operations' })
  service = await addPerson(app, owner, { store: 'maoyi', role: 'service' })
  merchant = await addPerson(app, owner, { store: 'maoyi', role: 'merchant' })
  const orders = Array.from({ length: 130 }, (_, i) => {
    const day = addDays(parseDay('2026-01-01'), i)
    return line(`o${i}`, (i % 40) + 1, day, 100, {
      line_id: `o${i}`,
      member_tier: i % 5 < 2 ? 'gold' : '',
      cost_cents: 4000,
    })
  })
  await insertFacts(context, 'order_lines', orders)
  await insertFacts(context, 'events', [
    ...exposures(),
    ...Array.from({ length: 8 }, (_, i) =>
      event('view', i + 1, '2026-04-03', { page: i < 3 ? 'video' : 'live', channel: i < 6 ? '首页推荐' : '手淘搜索' }),
    ),
  ])
  await insertFacts(
    context,
    'feedback',
    [10, 9, 9, 10, 9, 10, 8, 7, 3, 6].map((score, i) => ({
      store: 'maoyi',
      kind: 'nps',
      day: '2026-04-02',
      at: '2026-04-02T04:00:00.000Z',
      feedback_id: `n${i}`,
      score,
    })),
  )
  await insertFacts(
    context,
    'stock_daily',
    [0, 30, 30, 30].map((on_hand, i) => ({
      store: 'maoyi',
      day: '2026-04-30',
      sku_id: `s${i}`,
      item_id: 'i1',
      on_hand,
      on_sale: 1,
    })),
  )
})
afterAll(() => app.close())

const goal = (id: string, facts: Partial<Goal> = {}): object => ({
  id,
  metric: 'paid',
  period: '2026',
  target: 100,
  ...facts,
})

async function planWith(goals: object[], measures: object[] = []): Promise<PlanDetail> {
  const made: PlanDetail = (await head({ method: 'POST', url: PLANS, payload: { year: 2026, name: '规划' } })).json()
  const payload = { revision: made.revisions.goals, body: { goals, measures } }
  const saved = await head({ method: 'PUT', url: `${PLANS}/${made.id}/parts/goals`, payload })
  expect(saved.statusCode, saved.body).toBe(200)
  return (await head({ url: `${PLANS}/${made.id}` })).json()
}

async function attained(plan: PlanDetail): Promise<(id: string) => AttainmentRow | undefined> {
  const answer = await head({ url: `${PLANS}/${plan.id}/goals/attainment` })
  expect(answer.statusCode, answer.body).toBe(200)
  const { rows } = answer.json<GoalsAttainment>()
  return (id) => rows.find((r) => r.goal === id)
}

describe('goals computed from what happened', () => {
  test('[P2.13] a campaign goal is held against the same campaign of last year, though its days shifted', async () => {
    expect(occasion(2025).mainDay.slice(5)).not.toBe(occasion(2026).mainDay.slice(5))
    const scope = { occasion: 'newYearGoods' }
    const plan = await planWith([goal('campaign', { metric: 'exposures', scope, target: null })])
    const url = `${PLANS}/${plan.id}/goals/baselines`
    const filled = (
      await head({ method: 'POST', url, payload: { revision: plan.revisions.goals, apply: true } })
    ).json<GoalsChanged>()
    expect(filled.changes).toMatchObject([{ id: 'campaign', field: 'baseline', after: 20 }])
    const spread = await head({
      method: 'POST',
      url: `${PLANS}/${plan.id}/goals/spread`,
      payload: { revision: filled.revision, goal: 'campaign', growthBp: 5000, by: ['campaign'], apply: true },
    })
    const { made, changes } = spread.json<GoalsChanged>()
    expect(changes).toMatchObject([{ id: 'campaign', after: 30 }])
    expect(made.map((g) => [g.scope.campaign, g.target])).toEqual([
      ['搜索加权', 24],
      ['独家首发', 6],
    ])
    const row = await attained(plan)
    expect(row('campaign')).toMatchObject({ target: 30, actual: 25 })
    expect(made.map((g) => row(g.id)?.actual)).toEqual([20, 5])
  })

  test('[P2.07] NPS from the survey; the short-video share is of plays and of nothing else', async () => {
    const plan = await planWith([
      goal('nps', { metric: 'nps', period: '2026-04', target: 45, dimension: 'brand' }),
      goal('plays', { metric: 'plays', period: '2026-04', target: 10, dimension: 'brand' }),
      goal('video', {
        metric: 'plays',
        period: '2026-04',
        parentId: 'plays',
        axis: 'page',
        scope: { page: 'video' },
        target: 4,
      }),
      goal('exposure', { metric: 'exposures', period: '2026', target: null, dimension: 'brand' }),
    ])
    const row = await attained(plan)
    // 6 promoters, 2 in between, 2 detractors of 10.
    expect(row('nps')).toMatchObject({ actual: 40, status: 'behind' })
    expect(row('video')?.share).toEqual({ of: 'plays', target: 0.4, actual: 3 / 8 })
    expect(row('exposure')?.status, 'exposure stays X').toBe('unset')
  })

  test('conversion, personalised entries, stock-out and turnover compute from events and stock, not from entries', async () => {
    const april = { period: '2026-04' }
    const plan = await planWith([
      goal('entries', { metric: 'recommendShare', ...april, target: 0.8 }),
      goal('stockOut', { metric: 'stockOutRate', ...april, target: 0.05, direction: 'atMost' }),
      goal('turnover', { metric: 'stockCoverDays', ...april, target: 30, direction: 'atMost' }),
    ])
    const row = await attained(plan)
    expect(row('entries')?.actual).toBe(6 / 8)
    expect(row('stockOut')).toMatchObject({ actual: 0.25, status: 'behind' })
    // 90 units at one unit a day.
    expect(row('turnover')).toMatchObject({ actual: 90, status: 'behind' })
  })

  test('member share of sales and repurchase by group are goals with one definition of member', async () => {
    const plan = await planWith([
      goal('members', { metric: 'memberShare', period: '2026-Q1', target: 0.4 }),
      goal('gold', { metric: 'repurchaseRate', period: '2026-Q1', scope: { memberTier: 'gold' }, target: 0.5 }),
      goal('others', { metric: 'repurchaseRate', period: '2026-Q1', scope: { memberTier: '' }, target: 0.5 }),
    ])
    const row = await attained(plan)
    // Days 0–89 of the year, two of five from a member.
    expect(row('members')).toMatchObject({ actual: 36 / 90, status: 'achieved' })
    expect([row('gold')?.actual, row('others')?.actual].every((v) => typeof v === 'number')).toBe(true)
  })

  test('[P2.21] voice is counted for each platform, and award deadlines raise tasks once', async () => {
    const measure = (id: string, name: string, values: [string, number][]) => ({
      id: `own:${id}`,
      nameZh: name,
      nameEn: id,
      unit: 'count',
      kind: 'additive',
      numerator: null,
      denominator: null,
      dimensions: [],
      higherIsBetter: true,
      actuals: values.map(([period, value]) => ({ period, value })),
    })
    const plan = await planWith(
      ['weibo', 'douyin', 'xiaohongshu'].map((id) =>
        goal(id, { metric: `own:${id}`, target: 100, source: 'manual', dimension: 'brand' }),
      ),
      [
        measure('weibo', '微博声量', [
          ['2026-01', 30],
          ['2026-02', 40],
        ]),
        measure('douyin', '抖音声量', [['2026-03', 120]]),
        measure('xiaohongshu', '小红书声量', []),
      ],
    )
    const row = await attained(plan)
    expect(['weibo', 'douyin', 'xiaohongshu'].map((id) => [row(id)?.actual, row(id)?.method])).toEqual([
      [70, 'entered'],
      [120, 'entered'],
      [null, 'entered'],
    ])
    const data = { name: '消费者信赖品牌', organiser: '中国消费者协会', kind: 'award', applyByDay: '2026-05-30' }
    await head({ method: 'POST', url: '/v1/stores/maoyi/resources/awards', payload: { data, reason: '' } })
    const raise = () => head({ method: 'POST', url: `${PLANS}/${plan.id}/goals/award-tasks` })
    expect((await raise()).json()).toMatchObject({
      tasks: [{ dueDay: '2026-05-30', urgency: 'due' }],
      raised: [expect.stringMatching(/^award:/)],
    })
    expect((await raise()).json().raised).toEqual([])
    const after: PlanDetail = (await head({ url: `${PLANS}/${plan.id}` })).json()
    expect(after.tasks).toMatchObject([
      { title: '申报：消费者信赖品牌（中国消费者协会）', dueDay: '2026-05-30', startDay: '2026-04-30' },
    ])
  })

  test('[P2.15] a gate of the roadmap opens only on figures of its own days', async () => {
    const plan = await planWith([])
    const stage = (id: string, fromDay: string, toDay: string, value: number) => ({
      id,
      name: id,
      fromDay,
      toDay,
      criteria: [{ metric: 'paid', op: 'atLeast', value }],
    })
    const body = [
      stage('operation', '2026-01-01', '2026-02-01', 310_000),
      stage('industry', '2026-02-01', '2026-03-01', 310_000),
    ]
    await head({
      method: 'PUT',
      url: `${PLANS}/${plan.id}/parts/stages`,
      payload: { revision: plan.revisions.stages, body },
    })
    const gates = (await head({ url: `${PLANS}/${plan.id}/goals/stages` })).json()
    expect(gates).toMatchObject([
      { stage: 'operation', state: 'open', criteria: [{ actual: 310_000, met: true }] },
      { stage: 'industry', state: 'waiting', criteria: [{ actual: 280_000, met: false }] },
    ])
  })
})

describe('the goals API', () => {
  const months = Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}`)
  const tree = () => [
    goal('year', { target: 120_000 }),
    ...months.map((period) =>
      goal(period, { parentId: 'year', axis: 'period', period: period as Goal['period'], target: 10_000 }),
    ),
  ]

  test('a change is previewed, then stored as one revision with what changed; a stale one is refused', async () => {
    const plan = await planWith(tree())
    const url = `${PLANS}/${plan.id}/goals/edit`
    const edits = [{ id: '2026-01', target: 21_000 }]
    const preview = await head({ method: 'POST', url, payload: { revision: plan.revisions.goals, edits } })
    expect(preview.json<GoalsChanged>()).toMatchObject({ applied: false, revision: plan.revisions.goals, sums: [] })
    const stored = await head({ method: 'POST', url, payload: { revision: plan.revisions.goals, edits, apply: true } })
    expect(stored.json<GoalsChanged>()).toMatchObject({ applied: true, revision: plan.revisions.goals + 1 })
    expect(stored.json<GoalsChanged>().changes.length).toBe(12)
    const stale = await head({
      method: 'POST',
      url,
      payload: { revision: plan.revisions.goals, edits: [{ id: '2026-02', target: 1 }], apply: true },
    })
    expect([stale.statusCode, stale.json().error.code]).toEqual([409, 'stale_version'])
    const view = (await head({ url: `${PLANS}/${plan.id}/goals` })).json<GoalsView>()
    expect(view.goals.reduce((sum, g) => sum + (g.parentId ? (g.target ?? 0) : 0), 0)).toBe(120_000)
  })

  test('a contradiction is named in both languages and changes nothing', async () => {
    const plan = await planWith(tree())
    const url = `${PLANS}/${plan.id}/goals/edit`
    const payload = { revision: plan.revisions.goals, edits: [{ id: '2026-01', target: 130_000 }], apply: true }
    const answer = await head({ method: 'POST', url, payload })
    expect(answer.statusCode).toBe(409)
    expect(answer.json().error).toMatchObject({
      code: 'goals_conflict',
      facts: { goals: ['year', '2026-01'], by: 10_000 },
    })
    expect(answer.json().error.message).toMatch(/互相矛盾，相差 100\.00 元：支付金额 2026、支付金额 2026-01/)
    expect((await head({ url: `${PLANS}/${plan.id}/goals` })).json<GoalsView>().revision).toBe(plan.revisions.goals)
  })

  test('[P2.14] blank months of a yearly target are listed and proposed by the course of the year, to the fen', async () => {
    const blank = tree().map((g, i) => (i > 4 ? { ...g, target: null } : g))
    const plan = await planWith(blank)
    const view = (await head({ url: `${PLANS}/${plan.id}/goals` })).json<GoalsView>()
    expect(view.sums[0]?.blanks).toEqual(months.slice(4))
    const url = `${PLANS}/${plan.id}/goals/reconcile`
    const filled = await head({
      method: 'POST',
      url,
      payload: { revision: view.revision, fillBlanks: true, apply: true },
    })
    expect(filled.json<GoalsChanged>()).toMatchObject({ sums: [], blanked: [] })
    const after = (await head({ url: `${PLANS}/${plan.id}/goals` })).json<GoalsView>()
    expect(after.goals.slice(1, 5).map((g) => g.target)).toEqual([10_000, 10_000, 10_000, 10_000])
    expect(after.goals.slice(1).reduce((sum, g) => sum + (g.target ?? 0), 0)).toBe(120_000)
  })

  test.each([
    ['a day that does not exist', 'GET', 'attainment?asOf=2026-02-30', undefined, 400],
    ['a goal that does not exist', 'GET', 'nowhere/gap', undefined, 404],
    ['an edit of nothing', 'POST', 'edit', { revision: 1, edits: [] }, 400],
    ['a split by nothing', 'POST', 'spread', { revision: 1, by: [] }, 400],
  ] as const)('%s is refused with words', async (_, method, path, payload, status) => {
    const plan = await planWith(tree())
    const answer = await head({ method, url: `${PLANS}/${plan.id}/goals/${path}`, ...(payload ? { payload } : {}) })
    expect([answer.statusCode, typeof answer.json().error.message]).toEqual([status, 'string'])
  })

  test('who may only read a plan reads its goals and changes none; profit is hidden from who may not see it', async () => {
    const plan = await planWith([
      ...tree(),
      goal('gross', { metric: 'grossProfit' }),
      goal('next', { metric: 'grossProfit', period: '2026-12' }),
    ])
    for (const person of [service, merchant]) {
      expect((await person({ url: `${PLANS}/${plan.id}/goals` })).statusCode).toBe(200)
      const payload = { revision: plan.revisions.goals, edits: [{ id: 'year', target: 1 }], apply: true }
      const edited = await person({ method: 'POST', url: `${PLANS}/${plan.id}/goals/edit`, payload })
      expect(edited.statusCode).toBe(403)
    }
    const seen = async (person: Person, goalId = 'gross'): Promise<AttainmentRow | undefined> => {
      const answer = await person({ url: `${PLANS}/${plan.id}/goals/attainment` })
      return answer.json<GoalsAttainment>().rows.find((r) => r.goal === goalId)
    }
    // Today's order does not count: the day is not over.
    expect((await seen(merchant))?.actual).toBe(129 * 6000)
    expect((await seen(merchant, 'next'))?.end).not.toBeNull()
    expect((await seen(service, 'next'))?.end).toBeNull()
    expect(await seen(service)).toMatchObject({ actual: null, end: null, status: 'unknown' })
  })

  test('10,000 goals are read, edited as a block and stored in one go', async () => {
    const values = Array.from({ length: 769 }, (_, i) => `k${i}`)
    const many = [
      ...tree().map((g, i) => ({ ...g, target: i === 0 ? 12 * 769_000 : 769_000 })),
      ...months.flatMap((period) =>
        values.map((sku) =>
          goal(`${period} ${sku}`, {
            parentId: period,
            axis: 'sku',
            period: period as Goal['period'],
            scope: { sku },
            target: 1000,
          }),
        ),
      ),
      ...values.map((sku) => goal(sku, { parentId: 'year', axis: 'sku', scope: { sku }, target: 12_000 })),
    ]
    expect(many.length).toBeGreaterThan(10_000)
    const plan = await planWith(many)
    const edits = values.slice(0, 500).map((sku, i) => ({ id: `2026-05 ${sku}`, target: 1000 + i - 250 }))
    const payload = { revision: plan.revisions.goals, edits, apply: true }
    const answer = await head({ method: 'POST', url: `${PLANS}/${plan.id}/goals/edit`, payload })
    expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200)
    expect(answer.json<GoalsChanged>()).toMatchObject({ applied: true, sums: [] })
  })
})
