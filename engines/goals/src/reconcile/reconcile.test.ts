import { createRng } from '@zhanggui/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { goal, month, treeOf } from '../../test/support/sample-goals.ts'
import { withTargets } from '../edit/apply-changes.ts'
import type { Goal } from '../goal.ts'
import { type SpreadAxis, spreadGoal } from '../spread/spread-goal.ts'
import { openSums } from '../tree/group-sums.ts'
import { leastChange } from './least-change.ts'
import { reconcileGoals } from './reconcile-goals.ts'
import { solver, sumRows } from './solver.ts'
import type { SumProblem } from './sum-problem.ts'

async function reconciled(goals: readonly Goal[]): Promise<Goal[] | { goals: readonly string[]; by: number | null }> {
  const result = await reconcileGoals(treeOf(goals))
  if (!result.ok) return result.error
  return withTargets(goals, new Map(result.value.changes.map((c) => [c.id, c.after])))
}

const quarter = (targets: (number | null)[], facts: Partial<Goal>[] = []): Goal[] => [
  goal('q', { period: '2027-Q1', target: 300, locked: true }),
  ...['2027-01', '2027-02', '2027-03'].map((p, i) => month('q', p, targets[i] ?? null, facts[i])),
]

const targetsOf = (goals: unknown): (number | null)[] | null =>
  Array.isArray(goals) ? goals.map((g: Goal) => g.target) : null

describe('reconciling by least change', () => {
  it.each<[string, Goal[], number[]]>([
    ['targets that agree are left alone', quarter([100, 120, 80]), [300, 100, 120, 80]],
    ['a gap is taken in proportion to size', quarter([100, 100, 50]), [300, 120, 120, 60]],
    ['a lock stays', quarter([100, 100, 50], [{ locked: true }]), [300, 100, 133, 67]],
    ['a cap holds', quarter([100, 100, 50], [{ cap: 110 }]), [300, 110, 127, 63]],
    ['a floor holds', quarter([200, 150, 150], [{}, { floor: 140 }]), [300, 91, 140, 69]],
    ['a blank is filled with what is left', quarter([100, 100, null]), [300, 100, 100, 100]],
  ])('%s', async (_, goals, expected) => {
    expect(targetsOf(await reconciled(goals))).toEqual(expected)
  })

  it('a parent that is free meets its parts half way, each in proportion to its size', async () => {
    const goals = quarter([100, 100, 50]).map((g) => ({ ...g, locked: false }))
    const [top, ...parts] = targetsOf(await reconciled(goals)) ?? []
    expect(parts.reduce<number>((a, b) => a + (b ?? 0), 0)).toBe(top)
    // min (x−300)²/300 + (x−250)²/250 → x = 600 / (1 + 300/250 …) = 550·300·250/(550·…): the harmonic middle, 272.7.
    expect(top).toBe(273)
  })

  it.each<[string, Goal[], string[], number]>([
    [
      'locks above a locked total: the total and the fewest locks',
      quarter([200, 150, 10], [{ locked: true }, { locked: true }, { locked: true }]),
      ['q', '2027-01', '2027-02'],
      60,
    ],
    [
      'caps below a locked total: all of them',
      quarter([90, 90, 90], [{ cap: 90 }, { cap: 90 }, { cap: 90 }]),
      ['q', '2027-01', '2027-02', '2027-03'],
      30,
    ],
    ['one floor is enough', quarter([90, 90, 90], [{ floor: 301 }]), ['q', '2027-01'], 1],
  ])('no way out is named: %s', async (_, goals, named, by) => {
    expect(await reconciled(goals)).toMatchObject({ goals: named, by })
  })

  it('a conflict between two splits is named, though every single sum has room', async () => {
    // January wants 10 and both categories are capped so that January can be 10 only if B sells where B may not.
    const cell = (p: string, c: string, facts: Partial<Goal>): Goal =>
      goal(`${p}${c}`, {
        parentId: p,
        axis: 'category',
        scope: { category: c },
        target: 5,
        ...facts,
        ...{ period: p },
      } as never)
    const goals = [
      goal('q', { period: '2027-Q1', target: 30 }),
      ...['2027-01', '2027-02', '2027-03'].map((p) => month('q', p, 10, { locked: true })),
      ...['A', 'B'].map((c) =>
        goal(c, {
          period: '2027-Q1',
          parentId: 'q',
          axis: 'category',
          scope: { category: c },
          target: 15,
          locked: true,
        }),
      ),
      ...['2027-01', '2027-02', '2027-03'].flatMap((p) => [
        cell(p, 'A', { cap: p === '2027-03' ? 10 : 2 }),
        cell(p, 'B', {}),
      ]),
    ]
    const result = await reconciled(goals)
    expect(result).not.toBeInstanceOf(Array)
    const { goals: named } = result as unknown as { goals: string[] }
    // A can reach 2 + 2 + 10 = 14 at most, and is locked at 15.
    expect([...named].sort()).toEqual(['2027-01A', '2027-02A', '2027-03A', 'A'])
  })
})

/** Any forest of up to three levels with locks, floors and caps, as goals. */
const anyTree = fc
  .record({
    seed: fc.integer({ min: 1, max: 1e9 }),
    widths: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 3 }),
    cross: fc.boolean(),
    locks: fc.integer({ min: 0, max: 4 }),
    bounds: fc.integer({ min: 0, max: 4 }),
  })
  .map(({ seed, widths, cross, locks, bounds }) => {
    const rng = createRng(String(seed))
    const dimensions = ['category', 'province', 'buyerKind']
    const axes = widths.map((width, i) => ({
      axis: dimensions[i] ?? '',
      values: Array.from({ length: width }, (_, v) => ({ value: `v${v}`, name: `v${v}` })),
    }))
    const weigh = (): number => rng.next() ** 2
    const spread = spreadGoal([goal('root', { target: rng.int(1_000_000) })], {
      goalId: 'root',
      axes,
      weigh,
      crossTotals: cross,
    })
    const goals = spread.ok ? spread.value.goals : []
    const target = (g: Goal): number => Math.round((g.target ?? 0) * (0.5 + rng.next()))
    return goals
      .map((g) => {
        const moved = { ...g, target: rng.int(20) === 0 ? null : target(g) }
        return {
          ...moved,
          locked: moved.target !== null && rng.int(12) < locks,
          floor: rng.int(12) < bounds ? Math.round((moved.target ?? 10) * rng.next() * 1.2) : null,
          cap: rng.int(12) < bounds ? Math.round((moved.target ?? 10) * (0.8 + rng.next())) : null,
        }
      })
      .map((g) => (g.floor !== null && g.cap !== null && g.floor > g.cap ? { ...g, cap: g.floor } : g))
      .map((g) => (g.locked ? { ...g, floor: null, cap: null } : g))
  })

describe('any tree with any locks, floors and caps', () => {
  it('children sum to their parents to the fen within every bound, or the conflict is named', async () => {
    let [solved, refused] = [0, 0]
    await fc.assert(
      fc.asyncProperty(anyTree, async (goals) => {
        const result = await reconciled(goals)
        if (!Array.isArray(result)) {
          refused++
          expect(result.goals.length).toBeGreaterThan(0)
          return
        }
        solved++
        expect(openSums(treeOf(result))).toEqual([])
        for (const [i, g] of result.entries()) {
          const inSum = treeOf(result).groups.some((s) => s.parent === g.id || s.children.includes(g.id))
          if (!inSum) continue
          expect(Number.isSafeInteger(g.target)).toBe(true)
          if (goals[i]?.locked) expect(g.target).toBe(goals[i]?.target)
          expect(g.target ?? 0).toBeGreaterThanOrEqual(g.floor ?? 0)
          expect(g.target ?? 0).toBeLessThanOrEqual(g.cap ?? Number.POSITIVE_INFINITY)
        }
      }),
      { numRuns: 250, seed: 11 },
    )
    expect(solved, 'both outcomes are met').toBeGreaterThan(30)
    expect(refused, 'both outcomes are met').toBeGreaterThan(30)
  })

  it('a named conflict is one: give each named goal way and the rest fits', async () => {
    await fc.assert(
      fc.asyncProperty(anyTree, async (goals) => {
        const result = await reconciled(goals)
        if (Array.isArray(result)) return
        const open = goals.map((g) =>
          result.goals.includes(g.id) ? { ...g, locked: false, floor: null, cap: null } : g,
        )
        const again = await reconciled(open)
        // Other contradictions may stand elsewhere; this one is gone.
        if (!Array.isArray(again)) expect([...again.goals].sort()).not.toEqual([...result.goals].sort())
      }),
      { numRuns: 60, seed: 13 },
    )
  })
})

/** The same problem given to the solver's own quadratic method, an independent answer. */
async function bySolver({ ids, prior, low, high, scale, sums }: SumProblem): Promise<number[]> {
  const highs = await solver()
  const model = {
    numCols: ids.length,
    numRows: sums.length,
    colCost: prior.map((p, i) => -p / (scale[i] ?? 1)),
    colLower: low,
    colUpper: high,
    rowLower: new Float64Array(sums.length),
    rowUpper: new Float64Array(sums.length),
    matrix: sumRows(sums, ids.length),
    hessian: {
      format: 'triangular' as const,
      dimension: ids.length,
      starts: Int32Array.from({ length: ids.length + 1 }, (_, i) => i),
      indices: Int32Array.from(ids.keys()),
      values: scale.map((s) => 1 / s),
    },
  }
  return highs.withModel(model, (m) => {
    m.options.set({ output_flag: false })
    m.run()
    expect(m.getModelStatus()).toBe(highs.constants.modelStatus.optimal)
    return [...m.getSolution().colValue]
  })
}

const cost = ({ prior, scale }: SumProblem, values: ArrayLike<number>): number =>
  prior.reduce((sum, p, i) => sum + ((values[i] ?? 0) - p) ** 2 / (scale[i] ?? 1), 0)

describe('the least change', () => {
  it('is as small as an independent quadratic solver finds, on small trees with bounds', async () => {
    const rng = createRng('least')
    for (let run = 0; run < 60; run++) {
      const parts = 2 + rng.int(4)
      const sums = [
        { parent: 0, children: [1, 2] },
        { parent: 1, children: Array.from({ length: parts }, (_, i) => 3 + i) },
        { parent: 2, children: Array.from({ length: parts }, (_, i) => 3 + parts + i) },
      ]
      const size = 3 + 2 * parts
      const prior = Float64Array.from({ length: size }, () => 1 + rng.int(1000))
      const problem: SumProblem = {
        ids: Array.from({ length: size }, (_, i) => String(i)),
        prior,
        low: prior.map((p, i) => (i > 2 && rng.int(3) === 0 ? p * 0.8 : 0)),
        high: prior.map((p, i) => (i > 2 && rng.int(3) === 0 ? p * 1.3 : 1e9)),
        scale: prior.slice(),
        sums,
        whole: false,
      }
      const { values, settled } = leastChange(problem)
      expect(settled).toBe(true)
      const theirs = cost(problem, await bySolver(problem))
      expect(Math.abs(cost(problem, values) - theirs)).toBeLessThanOrEqual(1e-4 * Math.max(1, theirs))
    }
  })

  it('10,000 goals settle within a bounded number of passes', async () => {
    const rng = createRng('large')
    const axes: SpreadAxis[] = [
      { axis: 'period', grain: 'month' },
      { axis: 'category', values: Array.from({ length: 770 }, (_, i) => ({ value: `c${i}`, name: `c${i}` })) },
    ]
    const spread = spreadGoal([goal('root', { target: 123_456_789_012 })], {
      goalId: 'root',
      axes,
      weigh: () => rng.next() ** 3,
      crossTotals: true,
    })
    const goals = (spread.ok ? spread.value.goals : []).map((g, i) => ({
      ...g,
      target: i === 0 ? g.target : Math.round((g.target ?? 0) * (0.5 + rng.next())),
      locked: i === 0 || i % 17 === 0,
    }))
    expect(goals.length).toBeGreaterThan(10_000)
    const started = performance.now()
    const result = await reconcileGoals(treeOf(goals))
    // Two cores shared with other work: the bench prints the real figure, well under a second.
    expect(performance.now() - started).toBeLessThan(8000)
    expect(result.ok && result.value.steps).toBeLessThan(3000)
    const after = withTargets(goals, new Map(result.ok ? result.value.changes.map((c) => [c.id, c.after]) : []))
    expect(openSums(treeOf(after))).toEqual([])
  })
})
