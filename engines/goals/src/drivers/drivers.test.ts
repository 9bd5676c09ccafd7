import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AovStep, aovPath, decomposeAov, type SalesByCategory } from './aov-mix.ts'
import { growDrivers, solveDrivers, solveGrowth } from './solve-drivers.ts'

const base = { gmv: 100_000_000, uv: 250_000, cvr: 0.04, aov: 10_000 }

describe('GMV = UV × CVR × AOV', () => {
  it.each([
    ['uv', { gmv: 100_000_000, uv: null, cvr: 0.04, aov: 10_000 }, 250_000],
    ['cvr', { gmv: 100_000_000, uv: 250_000, cvr: null, aov: 10_000 }, 0.04],
    ['aov', { gmv: 100_000_000, uv: 250_000, cvr: 0.04, aov: null }, 10_000],
    ['gmv', { gmv: null, uv: 250_000, cvr: 0.04, aov: 10_000 }, 100_000_000],
  ] as const)('any three give the fourth: %s', (solved, given, value) => {
    const answer = solveDrivers(given)
    expect(answer).toMatchObject({ kind: 'solved', solved })
    expect(answer.kind === 'solved' && answer.values[solved]).toBeCloseTo(value, 9)
  })

  it('[P2.03] CVR 4 → 5 %, AOV +10 %, GMV +30 %: UV may fall by 5.45 %', () => {
    const answer = solveDrivers(growDrivers(base, { gmv: 0.3, uv: null, cvr: 0.25, aov: 0.1 }))
    expect(answer).toMatchObject({ kind: 'solved', solved: 'uv' })
    const uv = answer.kind === 'solved' ? answer.values.uv : Number.NaN
    expect(((uv / base.uv - 1) * 100).toFixed(2)).toBe('-5.45')
  })

  it('[P2.03] the same set with UV unchanged is reported as over-determined, 5.45 % slack in each driver', () => {
    const answer = solveDrivers(growDrivers(base, { gmv: 0.3, uv: 0, cvr: 0.25, aov: 0.1 }))
    expect(answer.kind).toBe('overdetermined')
    const slacks = answer.kind === 'overdetermined' ? answer.slacks : []
    expect(slacks.map((s) => [s.driver, (s.slack * 100).toFixed(2)])).toEqual([
      ['gmv', '5.77'],
      ['uv', '-5.45'],
      ['cvr', '-5.45'],
      ['aov', '-5.45'],
    ])
    expect(slacks[0]?.needed, 'CVR × 1.25 and AOV × 1.1 alone make +37.5 %').toBeCloseTo(137_500_000, 3)
  })

  it('growth rates alone say the same, without a figure of last year', () => {
    expect(solveGrowth({ gmv: 0.3, uv: 0, cvr: 0.25, aov: 0.1 })).toMatchObject({ kind: 'overdetermined' })
    const cvr = solveGrowth({ gmv: 0.3, uv: 0, cvr: null, aov: 0.1 })
    expect(cvr.kind === 'solved' && cvr.values.cvr - 1).toBeCloseTo(0.1818, 4)
  })

  it('fewer than three say which are missing; four that agree are consistent', () => {
    expect(solveDrivers({ gmv: 1, uv: null, cvr: null, aov: 2 })).toEqual({
      kind: 'underdetermined',
      missing: ['uv', 'cvr'],
    })
    expect(solveDrivers(base)).toMatchObject({ kind: 'consistent' })
  })

  it.each([
    ['nobody visits', { gmv: 1, uv: 0, cvr: null, aov: 1 }, 'cvr', null],
    ['more buyers than visitors', { gmv: 1000, uv: 10, cvr: null, aov: 1 }, 'cvr', 100],
  ] as const)('no figure fits: %s', (_, given, driver, needed) => {
    expect(solveDrivers(given)).toEqual({ kind: 'impossible', driver, needed })
  })
})

const sales = (buyers: number, rows: [string, number, number][]): SalesByCategory => ({
  buyers,
  categories: rows.map(([category, of, paidCents]) => ({ category, buyers: of, paidCents })),
})

describe('the causes of a change of AOV', () => {
  it('[P2.20] mix effect and price effect add up to the change, category by category', () => {
    const amounts = fc.array(fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 1e6 })), {
      minLength: 3,
      maxLength: 3,
    })
    fc.assert(
      fc.property(amounts, amounts, (then, now) => {
        const rows = (side: [number, number][]): [string, number, number][] =>
          side.map(([n, c], i) => [`c${i}`, n, n === 0 ? 0 : c])
        const change = decomposeAov(sales(600, rows(then)), sales(700, rows(now)))
        const difference = (change.to ?? 0) - (change.from ?? 0)
        return Math.abs(change.mix + change.price - difference) <= 1e-6 * Math.max(1, Math.abs(difference))
      }),
      { numRuns: 500, seed: 5 },
    )
  })

  it('[P2.20] dearer goods are price, more buyers of dear goods are mix', () => {
    const before = sales(100, [
      ['A', 50, 500_000],
      ['B', 50, 1_000_000],
    ])
    const dearer = decomposeAov(
      before,
      sales(100, [
        ['A', 50, 600_000],
        ['B', 50, 1_000_000],
      ]),
    )
    expect([dearer.mix, dearer.price]).toEqual([0, 1000])
    const moved = decomposeAov(
      before,
      sales(100, [
        ['A', 30, 300_000],
        ['B', 70, 1_400_000],
      ]),
    )
    expect(moved.mix).toBeCloseTo(2000, 9)
    expect(moved.price).toBeCloseTo(0, 9)
  })

  it('[P2.20] on a stepped path bundle, coupon pack and recommendation have effects of their own, which add up', () => {
    const steps: AovStep[] = [
      { lever: 'bundle', category: 'A', spendCents: 1500, reach: 0 },
      { lever: 'couponPack', category: 'B', spendCents: 0, reach: 0.05 },
      { lever: 'recommendation', category: 'A', spendCents: 800, reach: 0.02 },
    ]
    const path = aovPath(
      sales(100, [
        ['A', 50, 500_000],
        ['B', 50, 1_000_000],
      ]),
      steps,
    )
    expect(path.map((p) => Math.round(p.after - p.before))).toEqual([750, 1000, 646])
    for (const step of path) expect(step.mix + step.price).toBeCloseTo(step.after - step.before, 9)
    expect(path[0]?.mix).toBe(0)
    expect(path[1]?.price).toBe(0)
  })
})
