import type { Goal, GoalsAttainment, Store } from '@zhanggui/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getStore } from '../../../src/modules/admin/stores.ts'
import { editGoals } from '../../../src/modules/goals/goals/edit-goals.ts'
import { readAttainment } from '../../../src/modules/goals/goals/read-attainment.ts'
import { readGap } from '../../../src/modules/goals/goals/read-gap.ts'
import { replayGoal } from '../../../src/modules/goals/goals/replay-goal.ts'
import { spreadGoals } from '../../../src/modules/goals/goals/spread-goals.ts'
import { viewGoals } from '../../../src/modules/goals/goals/view-goals.ts'
import { buildFromData } from '../../../src/modules/goals/plans/build-from-data.ts'
import { createPlan } from '../../../src/modules/goals/plans/create-plan.ts'
import { readPlan } from '../../../src/modules/goals/plans/read-plan.ts'
import { createGiftShop, GIFT_SHOP } from '../../support/gift-shop.ts'
import { independently, whyNoRealData } from '../../support/real-data.ts'
import type { TestContext } from '../../support/test-context.ts'

type Reference = {
  base: number
  target: number
  months: Record<string, number>
  cells: Record<string, number>
  countries: Record<string, number>
  toJuly2011: number
  newOrders: Record<string, [number, number]>
  promo2010: number
}

const reason = whyNoRealData('online_retail_ii')
const CALLER = { store: 'gifts', actor: 'cli:test', role: 'owner' } as const
const MONTHS = Array.from({ length: 12 }, (_, i) => `2011-${String(i + 1).padStart(2, '0')}`)
const sum = (values: readonly (number | null | undefined)[]): number => values.reduce<number>((a, b) => a + (b ?? 0), 0)

describe.skipIf(reason)(`a plan of 2011 from the real sales of 2010 ${reason ?? ''}`, () => {
  let context: TestContext
  let store: Store
  let expected: Reference
  let plan: string
  let goals: Goal[]

  const newPlan = async (name: string): Promise<{ id: string; revision: number }> => {
    const made = await createPlan(context, CALLER, store, { year: 2011, name }, buildFromData)
    return { id: made.plan.id, revision: made.revisions.goals }
  }
  const goalOf = (period: string, scope: Goal['scope'] = {}): Goal | undefined =>
    goals.find((g) => g.period === period && JSON.stringify(g.scope) === JSON.stringify(scope))

  beforeAll(async () => {
    expected = independently('goals_2011.py')
    context = await createGiftShop()
    store = await getStore(context, GIFT_SHOP.id)
    const { id, revision } = await newPlan('2011')
    plan = id
    await spreadGoals(context, CALLER, store, plan, {
      revision,
      growthBp: 3000,
      by: ['month', 'province'],
      apply: true,
    })
    goals = (await viewGoals(context, store, plan)).goals
  }, 300_000)
  afterAll(() => context?.close())

  test('[P2.02] the target is last year grown by 30 %, and its months sum to it to the penny', () => {
    expect(goalOf('2011')).toMatchObject({ baseline: expected.base, target: expected.target, baselinePeriod: '2010' })
    expect(sum(MONTHS.map((m) => goalOf(m)?.target))).toBe(expected.target)
  })

  test('[P2.02] every month sums over countries, every country over months, to the penny', async () => {
    expect((await viewGoals(context, store, plan)).sums).toEqual([])
    const cells = goals.filter((g) => g.period !== '2011' && 'province' in g.scope)
    for (const month of MONTHS)
      expect(sum(cells.filter((g) => g.period === month).map((g) => g.target))).toBe(goalOf(month)?.target)
    const countries = goals.filter((g) => g.period === '2011' && 'province' in g.scope)
    expect(sum(countries.map((g) => g.target))).toBe(expected.target)
    for (const country of countries)
      expect(sum(cells.filter((g) => g.scope.province === country.scope.province).map((g) => g.target))).toBe(
        country.target,
      )
  })

  test('[P2.02] quarters, months and days of a deeper split sum to the penny as well', async () => {
    const { id, revision } = await newPlan('days')
    const by = ['quarter', 'month', 'day']
    const { made, sums } = await spreadGoals(context, CALLER, store, id, { revision, growthBp: 3000, by, apply: true })
    expect([made.length, sums.length]).toEqual([1 + 4 + 12 + 365, 0])
    const days = made.filter((g) => g.period.length === 10)
    expect(sum(days.map((g) => g.target))).toBe(expected.target)
    // Nobody ordered on Saturdays in this shop: the learnt week knows.
    const weekday = (g: Goal): number => new Date(g.period).getUTCDay()
    const share = sum(days.filter((g) => weekday(g) === 6).map((g) => g.target)) / expected.target
    expect(share).toBeLessThan(0.02)
  })

  test('baselines beside the targets equal an independent reckoning of 2010, cell by cell', () => {
    for (const month of MONTHS) expect(goalOf(month)?.baseline).toBe(expected.months[month.replace('2011', '2010')])
    const cells = goals.filter((g) => g.period !== '2011' && 'province' in g.scope)
    for (const { period, scope, baseline } of cells)
      expect(baseline).toBe(expected.cells[`${period.replace('2011', '2010')}|${scope.province}`] ?? 0)
    expect(cells.length).toBe(12 * goals.filter((g) => g.period === '2011' && 'province' in g.scope).length)
  })

  test('[P2.22] attainment against the real 2011, month by month, to the penny', async () => {
    const { asOf, rows } = await readAttainment(context, store, plan, {})
    expect(asOf).toBe('2011-12-10')
    const rowOf = (period: string) => rows.find((r) => r.goal === goalOf(period)?.id)
    for (const month of MONTHS.slice(0, 11)) {
      const actual = expected.months[month] ?? 0
      const target = goalOf(month)?.target ?? 0
      expect(rowOf(month)).toMatchObject({
        actual,
        method: 'over',
        gap: target - actual,
        status: actual >= target ? 'achieved' : 'behind',
      })
    }
    expect(rowOf('2011-12')).toMatchObject({ actual: expected.months['2011-12'], daysGone: 9, daysLeft: 22 })
  })

  test('[P2.22] in mid-year: actual to date, expected end with its interval, gap, needed rate and colour', async () => {
    const { rows } = await readAttainment(context, store, plan, { asOf: '2011-07-01' })
    const row = rows.find((r) => r.goal === goalOf('2011')?.id)
    expect(row?.actual).toBe(expected.toJuly2011)
    expect([row?.daysGone, row?.daysLeft]).toEqual([181, 184])
    expect(row?.neededPerDay).toBeCloseTo((expected.target - expected.toJuly2011) / 184, 6)
    const { mean = 0, lower = 0, upper = 0 } = row?.end ?? {}
    expect(lower).toBeLessThan(mean)
    expect(upper).toBeGreaterThan(mean)
    // The year was 9.83 million by 9 December, +30 % was never near.
    expect([row?.gap, row?.status]).toEqual([expected.target - mean, 'behind'])
    const real = sum(MONTHS.map((m) => expected.months[m]))
    expect(lower).toBeLessThan(real)
    expect(upper).toBeGreaterThan(real)
  })

  test('[P2.22] the causes of a gap add up to it to the penny, and so do its parts', async () => {
    for (const [period, asOf] of [
      ['2011', '2011-07-01'],
      ['2011-03', undefined],
      ['2011-09', '2011-09-12'],
    ] as const) {
      const goal = goalOf(period)?.id ?? ''
      const gap = await readGap(context, store, plan, { goal, asOf })
      expect(gap.difference).toBe(gap.expected - gap.target)
      expect(sum(gap.causes.map((c) => c.effect))).toBe(gap.difference)
      expect(gap.causes.map((c) => c.id)).toContain('aov')
      if (asOf === undefined) expect(sum(gap.parts.map((p) => p.difference))).toBe(gap.difference)
    }
  })

  test('[P2.22] a replay of the year reports the forecast error by month', async () => {
    const replay = await replayGoal(context, store, plan, { goal: goalOf('2011')?.id ?? '' })
    expect(replay.periods.map((p) => p.period)).toEqual(MONTHS.slice(0, 11))
    for (const { period, expected: forecast, actual, error } of replay.periods) {
      expect(actual).toBe(expected.months[period])
      expect(error).toBe((forecast ?? 0) - (actual ?? 0))
    }
    const last = MONTHS.slice(0, 11).map((m) =>
      Math.abs((expected.months[m.replace('2011', '2010')] ?? 0) - (expected.months[m] ?? 0)),
    )
    const naive = sum(last) / sum(MONTHS.slice(0, 11).map((m) => expected.months[m]))
    console.info(
      `forecast error of 2011 by month: WAPE ${replay.wape?.toFixed(4)}, last year's month ${naive.toFixed(4)}`,
    )
    expect(replay.wape).toBeLessThan(0.2)
  })

  test('[P2.04] new-customer share of orders, with its denominator, month by month, equals an independent count', async () => {
    const { id, revision } = await newPlan('shares')
    const { plan: empty } = await readPlan(context, store.id, id)
    const base = { ...goals[0], baseline: null, baselinePeriod: null, metric: 'orders', target: null } as Goal
    const structure = ['2011', ...MONTHS].flatMap((period): Goal[] => [
      { ...base, id: period, period, parentId: null, axis: null, target: 1000 },
      {
        ...base,
        id: `new ${period}`,
        period,
        parentId: period,
        axis: 'buyerKind',
        scope: { buyerKind: 'new' },
        target: 350,
      },
    ])
    const { changePart } = await import('../../../src/modules/goals/plans/change-plan.ts')
    await changePart(context, CALLER, id, 'goals', { revision, body: { goals: structure, measures: empty.measures } })
    const { rows } = await readAttainment(context, store, id, {})
    for (const [period, [fresh, all]] of Object.entries(expected.newOrders)) {
      expect(rows.find((r) => r.goal === period)?.actual).toBe(all)
      expect(rows.find((r) => r.goal === `new ${period}`)?.share).toEqual({
        of: period,
        target: 0.35,
        actual: fresh / all,
      })
    }
  })

  test('[P2.10] promotions and ordinary days have targets of their own by last year’s calendar, which sum to the year', async () => {
    const { id, revision } = await newPlan('sets')
    const asked = { revision, growthBp: 3000, by: ['promoPeriod'], apply: true }
    const { made } = await spreadGoals(context, CALLER, store, id, asked)
    const [promo, daily] = ['promo', 'daily'].map((set) => made.find((g) => g.set === set))
    expect([promo?.baseline, daily?.baseline]).toEqual([expected.promo2010, expected.base - expected.promo2010])
    expect((promo?.target ?? 0) + (daily?.target ?? 0)).toBe(expected.target)
    const { rows } = await readAttainment(context, store, id, { asOf: '2011-12-01' })
    const shares = [promo, daily].map((g) => rows.find((r: GoalsAttainment['rows'][number]) => r.goal === g?.id)?.share)
    expect(sum(shares.map((s) => s?.actual))).toBeCloseTo(1, 12)
  })

  test('an edit keeps the year and every country, or says who leaves no room', async () => {
    const { revisions } = await readPlan(context, store.id, plan)
    const november = goalOf('2011-11')
    const edits = [{ id: november?.id ?? '', target: (november?.target ?? 0) + 50_000_000 }]
    const preview = await editGoals(context, CALLER, store, plan, { revision: revisions.goals, edits })
    expect(preview).toMatchObject({ applied: false, sums: [] })
    const after = new Map(preview.changes.map((c) => [c.id, c.after]))
    const target = (g: Goal): number => after.get(g.id) ?? g.target ?? 0
    const cells = goals.filter((g) => g.period === '2011-11' && 'province' in g.scope)
    expect(sum(cells.map(target))).toBe((november?.target ?? 0) + 50_000_000)
    expect(sum(MONTHS.map((m) => goalOf(m)).map((g) => (g ? target(g) : 0)))).toBe(expected.target)
    const blocked = editGoals(context, CALLER, store, plan, {
      revision: revisions.goals,
      edits: [{ id: november?.id ?? '', target: expected.target + 1 }],
    })
    await expect(blocked).rejects.toMatchObject({ code: 'goals_conflict', facts: { by: 1 } })
  })
})
