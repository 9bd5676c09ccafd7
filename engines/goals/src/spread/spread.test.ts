import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { goal, METRICS, month, treeOf } from '../../test/support/sample-goals.ts'
import { buildTree } from '../tree/build-tree.ts'
import { checkTree } from '../tree/check-tree.ts'
import { openSums } from '../tree/group-sums.ts'
import { type SpreadPart, spreadAmount } from './spread-amount.ts'
import { spreadGoal } from './spread-goal.ts'

const part = (id: string, weight: number, facts: Partial<SpreadPart> = {}): SpreadPart => ({
  id,
  weight,
  floor: null,
  cap: null,
  locked: null,
  ...facts,
})

describe('spreading an amount', () => {
  it.each<[string, number, SpreadPart[], number[]]>([
    ['even weights: the first takes the odd fen', 100, [part('a', 1), part('b', 1), part('c', 1)], [34, 33, 33]],
    ['weights that are no whole numbers', 12, [part('a', 0.1), part('b', 0.3)], [3, 9]],
    ['a lock keeps its value', 100, [part('a', 9, { locked: 10 }), part('b', 1), part('c', 2)], [10, 30, 60]],
    ['a floor lifts, the others give', 100, [part('a', 1, { floor: 40 }), part('b', 1), part('c', 3)], [40, 15, 45]],
    ['a cap holds, the others take', 100, [part('a', 8, { cap: 30 }), part('b', 1), part('c', 1)], [30, 35, 35]],
    [
      'a floor and a cap that pull apart',
      100,
      [part('a', 1, { floor: 50 }), part('b', 9, { cap: 20 }), part('c', 1)],
      [50, 20, 30],
    ],
    ['nothing but zero weights: even', 7, [part('a', 0), part('b', 0)], [4, 3]],
    ['weight 0 gets nothing while others are open', 7, [part('a', 0), part('b', 2)], [0, 7]],
    ['nothing to spread', 0, [part('a', 1), part('b', 1)], [0, 0]],
  ])('%s', (_, total, parts, expected) => {
    expect(spreadAmount(total, parts)).toEqual({ ok: true, value: expected })
  })

  it.each([
    [
      'floors above the total: the fewest that exceed it',
      100,
      [part('a', 1, { floor: 30 }), part('b', 1, { floor: 60 }), part('c', 1, { floor: 50 })],
      { code: 'floorsExceed', parts: ['b', 'c'], by: 40 },
    ],
    [
      'a single lock above the total',
      100,
      [part('a', 1, { locked: 101 }), part('b', 1, { floor: 1 })],
      { code: 'floorsExceed', parts: ['a'], by: 2 },
    ],
    [
      'caps below the total: all of them',
      100,
      [part('a', 1, { cap: 30 }), part('b', 1, { cap: 60 })],
      { code: 'capsFallShort', parts: ['a', 'b'], by: 10 },
    ],
  ])('%s', (_, total, parts, error) => {
    expect(spreadAmount(total, parts)).toEqual({ ok: false, error })
  })

  it('always sums exactly within the bounds, or names a conflict that is one', () => {
    const anyPart = fc.record({
      weight: fc.double({ min: 0, max: 1e6, noNaN: true }),
      floor: fc.option(fc.integer({ min: 0, max: 500 })),
      over: fc.option(fc.integer({ min: 0, max: 2000 })),
      lock: fc.boolean(),
    })
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000 }),
        fc.array(anyPart, { minLength: 1, maxLength: 12 }),
        (total, given) => {
          const parts = given.map((p, i) =>
            part(`${i}`, p.weight, {
              floor: p.floor,
              cap: p.over === null ? null : (p.floor ?? 0) + p.over,
              locked: p.lock && i % 3 === 0 ? (p.floor ?? 7) : null,
            }),
          )
          const low = parts.reduce((s, p) => s + (p.locked ?? p.floor ?? 0), 0)
          const high = parts.reduce((s, p) => s + (p.locked ?? p.cap ?? Number.POSITIVE_INFINITY), 0)
          const spread = spreadAmount(total, parts)
          if (!spread.ok) return low > total || high < total
          const sum = spread.value.reduce((a, b) => a + b, 0)
          const kept = parts.every((p, i) => {
            const v = spread.value[i] ?? Number.NaN
            return (
              Number.isInteger(v) &&
              v >= (p.locked ?? p.floor ?? 0) &&
              v <= (p.locked ?? p.cap ?? Number.POSITIVE_INFINITY)
            )
          })
          return sum === total && kept && low <= total && high >= total
        },
      ),
      { numRuns: 2000, seed: 7 },
    )
  })
})

const byMonth = { axis: 'period', grain: 'month' } as const
const categories = { axis: 'category', values: ['美妆', '服饰', '食品'].map((value) => ({ value, name: value })) }

describe('spreading a goal', () => {
  const root = goal('year', { target: 100_000_001, owner: '店长' })

  it('[P2.08] a tree of three levels reconciles: the forecasts of SKUs sum to their category, categories to the shop', () => {
    const skus = { axis: 'sku', values: Array.from({ length: 7 }, (_, i) => ({ value: `${i}`, name: `SKU ${i}` })) }
    const weigh = (g: { scope: Readonly<Record<string, string>> }): number => 1 / (1 + Number(g.scope.sku ?? 0))
    const spread = spreadGoal([root], { goalId: 'year', axes: [categories, skus], weigh, crossTotals: false })
    const goals = spread.ok ? spread.value.goals : []
    expect(goals.length).toBe(1 + 3 + 21)
    const aux = goals.flatMap((g) =>
      ['uv', 'cvr', 'aov'].map((m) =>
        goal(`${g.id}/${m}`, { ...g, id: `${g.id}/${m}`, parentId: g.id, axis: 'driver', metric: m, target: null }),
      ),
    )
    const tree = treeOf([...goals, ...aux])
    expect(openSums(tree)).toEqual([])
    expect(checkTree(tree)).toEqual([])
  })

  it('a SKU is a part of its own category only, which is its total already; a category without one keeps its target whole', () => {
    const skus = {
      axis: 'sku',
      values: (['美妆', '美妆', '服饰'] as const).map((category, i) => ({
        value: `${i}`,
        name: '',
        within: { category: [category] },
      })),
    }
    const spread = spreadGoal([root], { goalId: 'year', axes: [categories, skus], weigh: () => 1, crossTotals: true })
    const goals = spread.ok ? spread.value.goals : []
    const cells = goals.filter((g) => 'sku' in g.scope).map((g) => [g.scope.category, g.scope.sku])
    expect(cells).toEqual([
      ['美妆', '0'],
      ['美妆', '1'],
      ['服饰', '2'],
    ])
    expect(openSums(treeOf(goals))).toEqual([])
  })

  it('by month, category and SKU each SKU has its year, over the months of its own category', () => {
    const values = [{ value: 's', name: '', within: { category: ['美妆'] } }]
    const axes = [byMonth, categories, { axis: 'sku', values }]
    const spread = spreadGoal([root], { goalId: 'year', axes, weigh: () => 1, crossTotals: true })
    const goals = spread.ok ? spread.value.goals : []
    const of = (scope: object, length: number) =>
      goals.filter((g) => JSON.stringify(g.scope) === JSON.stringify(scope) && g.period.length === length)
    const [year] = of({ sku: 's' }, 4)
    const months = of({ category: '美妆', sku: 's' }, 7)
    expect([months.length, year?.target]).toEqual([12, months.reduce((sum, g) => sum + (g.target ?? 0), 0)])
  })

  it('months and categories: every month, every category and every year of a category sums to the fen', () => {
    const weigh = (g: { period: string; scope: Readonly<Record<string, string>> }): number =>
      Number(g.period.slice(5)) + (g.scope.category?.length ?? 0) * 0.37
    const spread = spreadGoal([root], { goalId: 'year', axes: [byMonth, categories], weigh, crossTotals: true })
    const goals = spread.ok ? spread.value.goals : []
    expect(goals.length).toBe(1 + 12 + 36 + 3)
    const tree = treeOf(goals)
    expect(tree.groups.filter((g) => g.crossed).length).toBe(3)
    expect(openSums(tree)).toEqual([])
    expect(checkTree(tree)).toEqual([])
    expect(goals.every((g) => g.owner === '店长')).toBe(true)
  })

  it('three axes deep: the totals of each later axis are the sums of their cells', () => {
    const kinds = { axis: 'province', values: ['上海', '四川'].map((value) => ({ value, name: value })) }
    const spread = spreadGoal([root], {
      goalId: 'year',
      axes: [byMonth, categories, kinds],
      weigh: () => 1,
      crossTotals: true,
    })
    const goals = spread.ok ? spread.value.goals : []
    const kindYears = goals.filter((g) => g.parentId === 'year' && g.axis === 'province')
    expect(kindYears.reduce((s, g) => s + (g.target ?? 0), 0)).toBe(100_000_001)
  })

  it('spreading again keeps the goals that are there, their locks and their ids', () => {
    const first = spreadGoal([root], { goalId: 'year', axes: [byMonth], weigh: () => 1, crossTotals: false })
    const locked = (first.ok ? first.value.goals : []).map((g) =>
      g.period === '2027-11' ? { ...g, target: 40_000_000, locked: true } : g,
    )
    const again = spreadGoal(locked, { goalId: 'year', axes: [byMonth], weigh: () => 1, crossTotals: false })
    expect(again.ok && again.value.made).toEqual([])
    expect(again.ok && again.value.goals.map((g) => g.id)).toEqual(locked.map((g) => g.id))
    const targets = again.ok ? again.value.goals.slice(1).map((g) => g.target ?? 0) : []
    expect(targets[10]).toBe(40_000_000)
    expect(targets.reduce((a, b) => a + b, 0)).toBe(100_000_001)
  })

  it('a split by promotion and ordinary days gives each set its own targets', () => {
    const sets = { axis: 'promoPeriod', values: ['promotion', 'ordinary'].map((value) => ({ value, name: value })) }
    const spread = spreadGoal([root], {
      goalId: 'year',
      axes: [sets],
      weigh: (g) => (g.set === 'promo' ? 3 : 7),
      crossTotals: false,
    })
    expect(spread.ok && spread.value.goals.slice(1).map((g) => [g.set, g.target])).toEqual([
      ['promo', 30_000_000],
      ['daily', 70_000_001],
    ])
  })

  it('bounds that leave no room change nothing and are named', () => {
    const goals = [goal('year', { target: 100 }), month('year', '2027-01', null, { floor: 101 })]
    expect(spreadGoal(goals, { goalId: 'year', axes: [byMonth], weigh: () => 1, crossTotals: false })).toEqual({
      ok: false,
      error: { code: 'conflict', parent: 'year', kind: 'floorsExceed', parts: ['2027-01'], by: 1 },
    })
  })
})

describe('blank cells', () => {
  it('[P2.14] a yearly 2,000,000 with blank months: the blanks are listed, proposals sum to 2 m to the fen', () => {
    const months = Array.from({ length: 12 }, (_, i) => `2027-${String(i + 1).padStart(2, '0')}`)
    const season = [4, 3, 5, 5, 6, 9, 5, 6, 7, 8, 20, 11]
    const goals = [
      goal('year', { target: 200_000_000 }),
      ...months.map((m, i) => month('year', m, i === 5 ? 25_000_000 : null, { locked: i === 5 })),
    ]
    const tree = treeOf(goals)
    expect(openSums(tree)).toMatchObject([{ parent: 'year', blanks: months.filter((m) => m !== '2027-06') }])
    const weigh = (g: { period: string }) => season[Number(g.period.slice(5)) - 1] ?? 0
    const spread = spreadGoal(goals, { goalId: 'year', axes: [byMonth], weigh, crossTotals: false })
    const confirmed = spread.ok ? spread.value.goals : []
    expect(confirmed.find((g) => g.period === '2027-06')?.target).toBe(25_000_000)
    expect(confirmed.slice(1).reduce((sum, g) => sum + (g.target ?? 0), 0)).toBe(200_000_000)
    const filled = buildTree(confirmed, METRICS)
    expect(filled.ok && openSums(filled.value)).toEqual([])
  })
})
