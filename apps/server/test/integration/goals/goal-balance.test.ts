import type {
  AovChange,
  AovPath,
  CacAnswer,
  CategoryMix,
  DailyBase,
  Goal,
  GoalsAttainment,
  GoalsChanged,
  GoalsView,
  PlanDetail,
  RegionTargets,
  RepurchaseGoals,
} from '@zhanggui/contract'
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
const PLANS = '/v1/stores/maoyi/plans'

/** Buyers of 美妆 by their number: who lives where, whether they are members, and in which category they buy. */
const PLACES = ['上海', '四川', '河南', '青海'] as const
const CATEGORIES = [
  { category: '美妆', item_id: 'i1', yuan: 200, cost: 8000 },
  { category: '家居', item_id: 'i2', yuan: 100, cost: 6000 },
] as const

/**
 * Three hundred buyers, one order each in March of 2025 and of 2026. Of the members (every third) all come back after 30 days in 2026
 * and half of them in 2025, of the others every sixth buyer. In 2026 家居 costs 20 yuan more, and 100 of its buyers go to 美妆.
 */
function orders() {
  return [2025, 2026].flatMap((year) =>
    Array.from({ length: 300 }, (_, i) => {
      const member = i % 3 === 0
      const later = year === 2026
      const moved = later && i >= 200
      const goods = CATEGORIES[i < 100 || moved ? 0 : 1]
      const yuan = goods.yuan + (later && goods.category === '家居' ? 20 : 0)
      const facts = {
        member_tier: member ? 'gold' : '',
        province: PLACES[i % 10 < 6 ? 0 : i % 10 < 7 ? 1 : i % 10 < 9 ? 2 : 3],
        category: goods.category,
        item_id: goods.item_id,
        cost_cents: goods.cost,
      }
      const day = addDays(parseDay(`${year}-03-01`), i % 20)
      const first = line(`o${year}-${i}`, year * 1000 + i, day, yuan, facts)
      const again = member ? later || i % 2 === 0 : i % 6 === 1
      return again ? [first, line(`r${year}-${i}`, year * 1000 + i, addDays(day, 30), 10, facts)] : [first]
    }).flat(),
  )
}

/** Ordinary sales of the months from October on fall by a tenth a month; on 11 November twenty days' worth is sold. */
function autumn() {
  return Array.from({ length: 92 }, (_, i) => {
    const day = addDays(parseDay('2025-10-01'), i)
    const base = [1000, 900, 810][Number(day.slice(5, 7)) - 10] ?? 0
    const yuan = day === '2025-11-11' ? 20 * base : base
    return line(`d${i}`, 900_000 + i, day, yuan, { category: '美妆', item_id: 'i1', cost_cents: yuan * 40 })
  })
}

const view = (visitor: number, at: string, more = {}) => ({
  store: 'maoyi',
  type: 'view',
  visitor,
  day: at.slice(0, 10),
  at,
  row_key: visitor * 100_000 + Number(at.slice(11, 16).replace(':', '')) + Number(at.slice(8, 10)) * 2400,
  ...more,
})

beforeAll(async () => {
  ;({ context, app, owner } = await openTestApp({
    stores: ['maoyi'],
    clock: createTestClock('2027-01-02T04:00:00.000Z'),
  }))
  head = await addPerson(app, owner, { store: 'maoyi', role: 'operations' })
  service = await addPerson(app, owner, { store: 'maoyi', role: 'service' })
  await insertFacts(context, 'order_lines', [
    ...orders(),
    ...autumn(),
    line('end', 999_999, '2026-12-31', 1, { category: '美妆', item_id: 'i1', cost_cents: 40, province: '上海' }),
  ])
  await insertFacts(context, 'events', [
    // Two broadcasts on the 3rd of April, one that runs over midnight and is two, none in May.
    view(1, '2026-04-03T04:00:00.000Z', { page: 'live', channel: '手淘推荐' }),
    view(2, '2026-04-03T04:29:00.000Z', { page: 'live', channel: '手淘推荐' }),
    view(3, '2026-04-03T04:58:00.000Z', { page: 'live', channel: '手淘推荐' }),
    view(4, '2026-04-03T05:40:00.000Z', { page: 'live', channel: '手淘搜索' }),
    view(5, '2026-04-04T15:50:00.000Z', { page: 'live', channel: '手淘推荐' }),
    view(5, '2026-04-04T16:10:00.000Z', { page: 'live', day: '2026-04-05', channel: '手淘推荐' }),
    view(6, '2026-05-04T04:00:00.000Z', { page: 'detail', channel: '手淘推荐' }),
    view(7, '2025-04-04T04:00:00.000Z', { page: 'detail', channel: '手淘搜索' }),
  ])
  const stock = [0, 30, 30, 30].map((on_hand, i) => ({ store: 'maoyi', day: '2026-12-10', sku_id: `s${i}`, on_hand }))
  await insertFacts(
    context,
    'stock_daily',
    stock.map((row) => ({ ...row, item_id: 'i1', on_sale: 1 })),
  )
}, 120_000)
afterAll(() => app.close())

const yearGoal = (year: string, target: number) => ({ id: `paid:${year}`, metric: 'paid', period: year, target })

async function planOf(year: number, target: number): Promise<PlanDetail> {
  const made: PlanDetail = (await head({ method: 'POST', url: PLANS, payload: { year, name: '规划' } })).json()
  const body = { goals: [yearGoal(String(year), target)], measures: [] }
  const payload = { revision: made.revisions.goals, body }
  const saved = await head({ method: 'PUT', url: `${PLANS}/${made.id}/parts/goals`, payload })
  expect(saved.statusCode, saved.body).toBe(200)
  return (await head({ url: `${PLANS}/${made.id}` })).json()
}

async function ask<T>(plan: PlanDetail, path: string, payload?: object): Promise<T> {
  const url = `${PLANS}/${plan.id}/goals/${path}`
  const answer = await head(payload ? { method: 'POST', url, payload } : { url })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<T>()
}

const sum = (values: readonly (number | null)[]): number => values.reduce<number>((a, b) => a + (b ?? 0), 0)
const goalsOf = async (plan: PlanDetail): Promise<Goal[]> =>
  (await head({ url: `${PLANS}/${plan.id}/goals` })).json<GoalsView>().goals

describe('what a year’s goals are balanced by', () => {
  test('[P2.16] operating targets become goals with baseline and date, and every one computes from events, orders and stock', async () => {
    const plan = await planOf(2026, 1_000_000)
    const added = await ask<GoalsChanged>(plan, 'improvement', { revision: plan.revisions.goals, apply: true })
    expect(added.applied).toBe(true)
    const goals = await goalsOf(plan)
    const live = goals.filter((g) => g.metric === 'liveSessions' && g.parentId !== null)
    expect([live.length, sum(live.map((g) => g.target))]).toEqual([12, 600])
    expect(goals.find((g) => g.metric === 'recommendShare')).toMatchObject({
      baseline: 0,
      baselinePeriod: '2025',
      target: 0.8,
    })
    const { rows } = await ask<GoalsAttainment>(plan, 'attainment')
    const actual = (metric: string, period = '2026') =>
      rows.find((r) => r.goal === goals.find((g) => g.metric === metric && g.period === period)?.id)
    // Two on the 3rd; the one that ran over midnight counts on both days.
    expect(actual('liveSessions', '2026-04')).toMatchObject({ actual: 4, target: 50, status: 'behind' })
    expect(actual('liveSessions', '2026-05')?.actual).toBe(0)
    expect(actual('recommendShare')?.actual).toBe(6 / 7)
    expect(actual('stockOutRate')).toMatchObject({ actual: 0.25, status: 'behind' })
    expect(typeof actual('stockCoverDays')?.actual).toBe('number')
    expect(typeof actual('cvr')?.actual).toBe('number')
    expect(rows.every((r) => r.method !== 'entered')).toBe(true)
    const again = await ask<GoalsChanged>(plan, 'improvement', { revision: added.revision })
    expect(again.made).toEqual([])
  })

  test('[P2.19] repurchase by group with a window that is over for all, against the year before; members above non-members', async () => {
    const plan = await planOf(2027, 1_000_000)
    const found = await ask<RepurchaseGoals>(plan, 'repurchase?windowDays=30&asOf=2026-12-01')
    expect([found.asOf, found.range, found.before]).toEqual([
      '2026-12-01',
      { from: '2025-11-01', to: '2026-11-01' },
      { from: '2024-11-01', to: '2025-11-01' },
    ])
    const group = (id: string) => found.groups.find((g) => g.group === id)
    expect(group('member')).toMatchObject({ rate: 1, rateBefore: 0.5, buyers: 100 })
    // Of the 200 others 50 come back; the 92 days of autumn are others, too, and each a buyer of their own.
    expect(group('nonMember')?.rate).toBeCloseTo(50 / (200 + 61), 9)
    expect(found).toMatchObject({ membersKnown: true, memberChange: 0.5, memberAboveNonMember: true, warnings: [] })
    expect(sum([group('member')?.paidCents ?? null, group('nonMember')?.paidCents ?? null])).toBe(
      group('all')?.paidCents,
    )
    expect(group('loyalMember')?.rate).toBeNull()
  })

  test('[P2.20] the change of AOV is mix and price by category, and they add up to it; a stepped path becomes goals', async () => {
    const plan = await planOf(2027, 1_000_000)
    const change = await ask<AovChange>(plan, 'aov?asOf=2026-04-01&days=31')
    expect(change.mix + change.price).toBeCloseTo((change.to ?? 0) - (change.from ?? 0), 6)
    // 100 of 300 buyers went from 家居 to 美妆, 200 yuan each; 家居 costs 20 yuan more.
    const home = change.effects.find((e) => e.category === '家居')
    expect(home?.reach).toEqual({ from: 200 / 300, to: 100 / 300 })
    expect(home?.mix).toBeLessThan(0)
    expect(home?.price).toBeGreaterThan(0)

    const steps = [
      { period: '2027-Q1', lever: 'bundle', category: '家居', spendCents: 3000 },
      { period: '2027-Q2', lever: 'couponPack', category: '美妆', spendCents: 1000 },
      { period: '2027-Q2', lever: 'recommendation', category: '美妆', reach: 0.05 },
    ]
    const payload = { revision: plan.revisions.goals, asOf: '2026-04-01', steps, apply: true }
    const path = await ask<AovPath>(plan, 'aov-path', payload)
    expect(sum(path.levers.map((l) => l.effect))).toBeCloseTo((path.end ?? 0) - (path.base ?? 0), 6)
    expect(path.levers.map((l) => l.effect > 0)).toEqual([true, true, true])
    const goals = await goalsOf(plan)
    const target = (period: string, scope: object) =>
      goals.find((g) => g.metric === 'aov' && g.period === period && JSON.stringify(g.scope) === JSON.stringify(scope))
        ?.target
    expect(target('2027-Q1', {})).toBe(Math.round(path.steps[0]?.after ?? 0))
    expect(target('2027-Q2', {})).toBe(Math.round(path.end ?? 0))
    const year = await ask<AovChange>(plan, 'aov?asOf=2026-04-01')
    const spent = year.effects.find((e) => e.category === '家居')?.spend.to ?? 0
    expect(target('2027-Q1', { category: '家居' })).toBe(Math.round(spent + 3000))
  })

  test('[P2.09] the category mix earns more than last year’s proportions, keeps its bounds and becomes the goals', async () => {
    const plan = await planOf(2027, 6_500_000)
    const payload = { revision: plan.revisions.goals, highMarginMinBp: 6000, apply: true }
    const mix = await ask<CategoryMix>(plan, 'category-mix', { ...payload, rules: { highMarginBp: 4000 } })
    expect(sum(mix.categories.map((c) => c.targetCents))).toBe(6_500_000)
    for (const { floorCents, targetCents, capCents } of mix.categories) {
      expect(targetCents).toBeGreaterThanOrEqual(floorCents)
      expect(targetCents).toBeLessThanOrEqual(capCents)
    }
    expect(mix.categories.map((c) => [c.category, c.highMargin])).toEqual([
      ['美妆', true],
      ['家居', false],
    ])
    expect(mix.highMarginShare.target).toBeGreaterThanOrEqual(0.6)
    expect(mix.profitCents).toBeGreaterThanOrEqual(mix.plainProfitCents)
    const goals = await goalsOf(plan)
    expect(sum(goals.filter((g) => g.axis === 'category').map((g) => g.target))).toBe(6_500_000)
    const tight = await head({
      method: 'POST',
      url: `${PLANS}/${plan.id}/goals/category-mix`,
      payload: { revision: mix.changed.revision, rules: { capBp: 8000 } },
    })
    expect([tight.statusCode, tight.json().error.code]).toEqual([409, 'goals_conflict'])
    expect(tight.json().error.message).toMatch(/品类组合无解.*上限也到不了总额/)
  })

  test('[P2.11] regions are placed by penetration and spending, their targets sum and are followed', async () => {
    const people = { 上海: 1000, 四川: 10_000, 河南: 1000, 青海: 1000 }
    for (const [region, count] of Object.entries(people)) {
      const data = { region, people: count, source: '自测', sourceDay: '2026-01-01' }
      const added = await head({
        method: 'POST',
        url: '/v1/stores/maoyi/resources/region-potentials',
        payload: { data, reason: '' },
      })
      expect(added.statusCode, added.body).toBeLessThan(300)
    }
    const plan = await planOf(2027, 9_000_001)
    const placed = await ask<RegionTargets>(plan, 'regions', { revision: plan.revisions.goals, apply: true })
    expect(sum(placed.regions.map((r) => r.targetCents))).toBe(9_000_001)
    const at = (region: string) => placed.regions.find((r) => r.region === region)
    expect(at('上海')).toMatchObject({ potential: 1000, potentialFrom: 'register' })
    expect(at('四川')?.penetration).toBeLessThan(placed.lines.penetration ?? 0)
    expect(at('上海')?.quadrant).toMatch(/consolidate|deepen/)
    expect(at('四川')?.quadrant).toMatch(/breakthrough|watch/)
    const goals = await goalsOf(plan)
    const regions = goals.filter((g) => g.axis === 'province')
    expect(sum(regions.map((g) => g.target))).toBe(9_000_001)
    expect(regions.find((g) => g.scope.province === '上海')?.baseline).toBe(at('上海')?.paidCents)
    const { rows } = await ask<GoalsAttainment>(plan, 'attainment')
    expect(regions.every((g) => rows.some((r) => r.goal === g.id && r.share !== null))).toBe(true)
  })

  test('[P2.18] the spike of 11 November does not mask the falling base', async () => {
    const plan = await planOf(2027, 1_000_000)
    const { months } = await ask<DailyBase>(plan, 'daily-base?asOf=2026-01-01')
    const november = months.find((m) => m.month === '2025-11')
    expect(november?.growth).toBeCloseTo(-0.1, 6)
    expect(november?.wholeGrowth).toBeGreaterThan(0.4)
    expect([november?.falling, november?.masked, (november?.promoDays ?? 0) > 0]).toEqual([true, true, true])
    expect(months.find((m) => m.month === '2025-12')).toMatchObject({ falling: true })
  })

  test('[P2.14] 80 % of the year by the end of the peak season is a stage whose gate the data opens', async () => {
    const plan = await planOf(2026, 5_000_000)
    const add = (payload: object) =>
      head({ method: 'POST', url: `${PLANS}/${plan.id}/goals/milestone`, payload: { name: '旺季结束', ...payload } })
    expect((await add({ byDay: '2026-07-01' })).json()).toMatchObject({ value: 4_000_000 })
    expect((await add({ byDay: '2026-07-01' })).json()).toMatchObject({ value: 4_000_000 })
    const gates = (await head({ url: `${PLANS}/${plan.id}/goals/stages` })).json()
    // 300 first orders and 150 of 10 yuan came before July; see `orders`.
    expect(gates).toMatchObject([{ name: '旺季结束', state: 'open', criteria: [{ value: 4_000_000, met: true }] }])
    expect((await add({ byDay: '2026-07-01', goal: 'nowhere' })).statusCode).toBe(404)
  })

  test('[P2.12] acquisition and retention are judged together under 80 % of the industry’s cost; above it the driver is named', async () => {
    const plan = await planOf(2027, 1_000_000)
    const url = `${PLANS}/${plan.id}/budget/cac`
    const payload = {
      newBuyers: 100,
      costs: [
        { name: '推广', cents: 600_000 },
        { name: '首单立减', cents: 300_000 },
      ],
      retention: { orders: 200, cents: 40_000 },
      industry: { meanCents: 10_000 },
    }
    const judged = (await head({ method: 'POST', url, payload })).json<CacAnswer>()
    expect(judged).toMatchObject({
      cacCents: 9000,
      ceilingCents: 8000,
      rejected: true,
      driver: { name: '推广' },
      driverCut: 1000 / 6000,
      totalCents: 940_000,
      retentionPerOrderCents: 200,
    })
  })

  test('who may not write plans changes none, who may not see profit gets no margins', async () => {
    const plan = await planOf(2027, 1_000_000)
    for (const path of ['improvement', 'category-mix', 'regions', 'aov-path']) {
      const payload = { revision: plan.revisions.goals, steps: [] }
      const refused = await service({ method: 'POST', url: `${PLANS}/${plan.id}/goals/${path}`, payload })
      expect(refused.statusCode).toBe(403)
    }
    expect((await service({ url: `${PLANS}/${plan.id}/goals/repurchase` })).statusCode).toBe(200)
  })
})
