import type { Goal, PlanFindings, Store } from '@zhanggui/contract'
import { scopeKey } from '@zhanggui/goals'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createStore } from '../../../src/modules/admin/stores.ts'
import { readFindings } from '../../../src/modules/goals/check/read-findings.ts'
import { addNodeDrivers } from '../../../src/modules/goals/goals/add-node-drivers.ts'
import { editGoals } from '../../../src/modules/goals/goals/edit-goals.ts'
import { spreadGoals } from '../../../src/modules/goals/goals/spread-goals.ts'
import { viewGoals } from '../../../src/modules/goals/goals/view-goals.ts'
import { buildFromData } from '../../../src/modules/goals/plans/build-from-data.ts'
import { createPlan } from '../../../src/modules/goals/plans/create-plan.ts'
import { createTestClock, createTestContext, type TestContext } from '../../support/test-context.ts'
import { insertFacts } from '../insight/insert-facts.ts'
import { line } from '../insight/maoyi-shop.ts'

const CALLER = { store: 'maoyi', actor: 'cli:test', role: 'owner' } as const
const PLAN = 'plan-2027'

/** What 2026 sold: 美妆 ¥7,000 to 50 of 1,000 visitors, 家居 ¥5,000 to 50 of 500. */
const SKUS = [
  { sku_id: 's1', item_id: 'i1', category: '美妆', yuan: 100, buyers: 30 },
  { sku_id: 's2', item_id: 'i2', category: '美妆', yuan: 200, buyers: 20 },
  { sku_id: 's3', item_id: 'i3', category: '家居', yuan: 100, buyers: 50 },
] as const

const orders = SKUS.flatMap(({ yuan, buyers, ...facts }, s) =>
  Array.from({ length: buyers }, (_, i) => line(`${facts.sku_id}-${i}`, 1 + s * 100 + i, '2026-05-05', yuan, facts)),
)
const views = (
  [
    ['美妆', 'i1', 0, 1000],
    ['家居', 'i3', 1000, 500],
  ] as const
).flatMap(([category, item_id, from, count]) =>
  Array.from({ length: count }, (_, i) => {
    const at = '2026-05-05T01:00:00.000Z'
    return {
      store: 'maoyi',
      type: 'view',
      day: '2026-05-05',
      at,
      visitor: 1 + from + i,
      row_key: from + i,
      category,
      item_id,
    }
  }),
)

describe('[P2.08] the shop’s target down to SKUs, with visitors, conversion and AOV at every node', () => {
  let context: TestContext
  let store: Store
  let goals: Goal[]
  const read = async (): Promise<{ revision: number }> => {
    const view = await viewGoals(context, store, PLAN)
    goals = view.goals
    expect(view.sums).toEqual([])
    return view
  }
  const goalOf = (metric: string, scope: Goal['scope'] = {}): Goal | undefined =>
    goals.find((g) => g.metric === metric && scopeKey(g.scope) === scopeKey(scope))
  const shown = (metric: string, scope: Goal['scope'] = {}) => {
    const { target, baseline } = goalOf(metric, scope) ?? {}
    return [baseline, target]
  }
  const beauty = { category: '美妆' }

  beforeAll(async () => {
    context = await createTestContext({ clock: createTestClock('2027-01-02T04:00:00.000Z') })
    store = await createStore(context, { id: 'maoyi', name: '猫一' }, { actor: 'test' })
    const ends = ['2026-01-01', '2026-12-31'].map((day) => line(`end ${day}`, 0, day, 0))
    await insertFacts(context, 'order_lines', [...orders, ...ends])
    await insertFacts(context, 'events', views)
    await createPlan(context, CALLER, store, { year: 2027, name: '2027' }, buildFromData)
    const asked = { revision: 1, growthBp: 3000, by: ['category', 'sku'], crossTotals: false, apply: true }
    await spreadGoals(context, CALLER, store, PLAN, asked)
  })
  afterAll(() => context.close())

  test('[P2.08] three levels reconcile: the forecasts of SKUs sum to their category, categories to the shop', async () => {
    await read()
    expect(goals.map(({ scope, target }) => [scope.category ?? '', scope.sku ?? '', target])).toEqual([
      ['', '', 1_560_000],
      ['美妆', '', 910_000],
      ['家居', '', 650_000],
      ['美妆', 's2', 520_000],
      ['美妆', 's1', 390_000],
      ['家居', 's3', 650_000],
    ])
  })

  test('[P2.08] each node has what its target needs at last year’s rates; a SKU, which has no visits of its own, has buyers', async () => {
    const { revision } = await read()
    const { nodes, changed } = await addNodeDrivers(context, CALLER, store, PLAN, { revision, apply: true })
    expect([nodes.length, changed.made.length]).toEqual([6, 3 * 3 + 3 * 2])
    await read()
    expect(shown('uv')).toEqual([1500, 1950])
    expect(shown('uv', beauty)).toEqual([1000, 1300])
    expect(shown('cvr', beauty)).toEqual([0.05, 0.05])
    expect(shown('aov', beauty)).toEqual([14_000, 14_000])
    expect(shown('uv', { category: '家居' })).toEqual([500, 650])
    expect(shown('buyers', { category: '美妆', sku: 's1' })).toEqual([30, 39])
    expect(goalOf('uv', beauty)).toMatchObject({ parentId: goalOf('paid', beauty)?.id, axis: 'driver' })
  })

  test('[P2.08] after a target changes they follow it; a locked one stays and another follows', async () => {
    const { revision } = await read()
    const uv = goalOf('uv', beauty)?.id ?? ''
    const edits = [
      { id: goalOf('paid', beauty)?.id ?? '', target: 1_040_000 },
      { id: uv, locked: true },
    ]
    const edited = await editGoals(context, CALLER, store, PLAN, { revision, edits, apply: true })
    const grown = { revision: edited.revision, aovGrowthBp: 1000, apply: true }
    await addNodeDrivers(context, CALLER, store, PLAN, grown)
    await read()
    expect(shown('uv', beauty)).toEqual([1000, 1300])
    expect(shown('aov', beauty)).toEqual([14_000, 15_400])
    expect(goalOf('cvr', beauty)?.target).toBeCloseTo(1_040_000 / (1300 * 15_400), 12)
    // What the other categories gave up, their visitors no longer need to bring.
    expect(shown('uv', { category: '家居' })[1]).toBe(Math.ceil(520_000 / (0.1 * 11_000)))
  })

  test('the plan check finds no contradiction between the drivers and their targets', async () => {
    const found: PlanFindings = await readFindings(context, store, PLAN)
    expect(found.findings.filter((f) => f.rule.startsWith('driver') || f.rule.startsWith('goal-axis'))).toEqual([])
  })

  test('nothing is stored without apply, and a goal that is none is named', async () => {
    const { revision } = await read()
    const asked = { revision, cvrGrowthBp: 2000 }
    const { changed } = await addNodeDrivers(context, CALLER, store, PLAN, asked)
    expect([changed.applied, changed.changes.length > 0]).toEqual([false, true])
    const nowhere = addNodeDrivers(context, CALLER, store, PLAN, { revision, goal: 'nowhere' })
    await expect(nowhere).rejects.toMatchObject({ code: 'unknown_goal' })
  })
})
