import { createRng } from '@zhanggui/kernel'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { reference, relativeGap } from '../../test/support/reference.ts'
import { RECONCILE_METHODS, reconcile } from './reconcile.ts'

type Fable = { base: number[]; ols: number[]; wlsStruct: number[]; variances: number[]; wlsVar: number[] }
const fable = reference<Fable>('reconcile')
type Mint = {
  base: number[]
  residuals: number[][]
  parents: number[]
  summing: number[][]
  lambda: number
  mintShrink: number[]
  mintCov: number[]
  wlsVar: number[]
}
const mint = reference<Mint>('mint')

const columns = (values: readonly number[]): number[][] => values.map((v) => [v])
const tree = { parents: [4, 4, 4, 4, -1] }
const groups = { summing: [[0], [1], [2], [3], [0, 1, 2, 3]] }

describe('the reconciled tourism example printed by fable', () => {
  const base = columns(fable.base)
  test.each([
    { method: 'ols', wanted: fable.ols, within: 0.005 },
    { method: 'wlsStruct', wanted: fable.wlsStruct, within: 0.06 },
  ] as const)('$method to the printed digits, as tree and as groups', ({ method, wanted, within }) => {
    for (const structure of [tree, groups]) {
      const found = reconcile({ structure, base, method }).values.flat()
      for (const [i, v] of wanted.entries()) expect(Math.abs((found[i] as number) - v)).toBeLessThan(within)
    }
  })
  test('wlsVar to 0.005', () => {
    const residuals = fable.variances.map((v) => [Math.sqrt(v), -Math.sqrt(v)])
    const found = reconcile({ structure: tree, base, residuals, method: 'wlsVar' }).values.flat()
    for (const [i, v] of fable.wlsVar.entries()) expect(Math.abs((found[i] as number) - v)).toBeLessThan(0.005)
  })
})

describe('MinT matches dense algebra by its definition, printed by R', () => {
  const base = columns(mint.base)
  const { residuals } = mint
  for (const structure of [{ parents: mint.parents }, { summing: mint.summing }]) {
    const kind = 'parents' in structure ? 'tree' : 'groups'
    test(`mintShrink and its shrinkage, ${kind}`, () => {
      const { values, shrinkage } = reconcile({ structure, base, residuals, method: 'mintShrink' })
      expect(shrinkage).toBeCloseTo(mint.lambda, 10)
      expect(relativeGap(values.flat(), mint.mintShrink)).toBeLessThan(1e-9)
    })
    test(`mintCov, ${kind}`, () => {
      expect(
        relativeGap(reconcile({ structure, base, residuals, method: 'mintCov' }).values.flat(), mint.mintCov),
      ).toBeLessThan(1e-6)
    })
    test(`wlsVar, ${kind}`, () => {
      expect(
        relativeGap(reconcile({ structure, base, residuals, method: 'wlsVar' }).values.flat(), mint.wlsVar),
      ).toBeLessThan(1e-9)
    })
  }
})

/** A random tree: each node's parent is an earlier node. */
const randomTree = fc
  .array(fc.nat({ max: 1000 }), { minLength: 2, maxLength: 40 })
  .map((picks) => [-1, ...picks.map((pick, i) => pick % (i + 1))])

const childrenSum = (parents: readonly number[], values: readonly number[][], h: number): Map<number, number> => {
  const sums = new Map<number, number>()
  for (const [node, parent] of parents.entries())
    if (parent >= 0) sums.set(parent, (sums.get(parent) ?? 0) + (values[node]?.[h] as number))
  return sums
}

describe('laws', () => {
  const draw = (seed: string, nodes: number, width: number): number[][] => {
    const rng = createRng(seed)
    return Array.from({ length: nodes }, () => Array.from({ length: width }, () => rng.normal() * 20 + 30))
  }
  test('every method makes every parent the sum of its children, in whole units exactly', () => {
    fc.assert(
      fc.property(randomTree, fc.nat(), fc.boolean(), (parents, seed, nonNegative) => {
        const base = draw(`b${seed}`, parents.length, 2)
        const residuals = draw(`r${seed}`, parents.length, 6).map((row) => row.map((v) => v - 30))
        for (const method of RECONCILE_METHODS) {
          const { values } = reconcile({ structure: { parents }, base, residuals, method, nonNegative, whole: true })
          for (const h of [0, 1])
            for (const [node, sum] of childrenSum(parents, values, h)) expect(values[node]?.[h]).toBe(sum)
          if (nonNegative) for (const row of values) for (const v of row) expect(v).toBeGreaterThanOrEqual(0)
        }
      }),
      { numRuns: 40, seed: 20261122 },
    )
  })
  test('forecasts that add up already are left alone (S·G·S = S)', () => {
    fc.assert(
      fc.property(randomTree, fc.nat(), (parents, seed) => {
        const raw = draw(`s${seed}`, parents.length, 1)
        const base = reconcile({ structure: { parents }, base: raw, method: 'bottomUp' }).values
        const residuals = draw(`r${seed}`, parents.length, 5)
        for (const method of RECONCILE_METHODS) {
          if (method === 'mintCov') continue
          const { values } = reconcile({ structure: { parents }, base, residuals, method })
          expect(relativeGap(values.flat(), base.flat())).toBeLessThan(1e-8)
        }
      }),
      { numRuns: 40, seed: 7 },
    )
  })
  test('no other adding-up set of values is nearer to the base in the method’s metric (ols, random directions)', () => {
    const parents = [-1, 0, 0, 1, 1, 2, 2]
    const base = draw('near', 7, 1)
    const best = reconcile({ structure: { parents }, base, method: 'ols' }).values
    const distance = (v: readonly number[][]): number =>
      v.reduce((sum, row, i) => sum + ((row[0] as number) - (base[i]?.[0] as number)) ** 2, 0)
    const rng = createRng('directions')
    for (let k = 0; k < 50; k++) {
      const moved = best.map(([v]) => [(v as number) + rng.normal()])
      const coherent = reconcile({ structure: { parents }, base: moved, method: 'bottomUp' }).values
      expect(distance(coherent)).toBeGreaterThanOrEqual(distance(best) - 1e-9)
    }
  })
})

describe('size and robustness', () => {
  const rng = createRng('shop')
  const parents = [-1]
  for (let i = 0; i < 20; i++) parents.push(0)
  for (let i = 0; i < 500; i++) parents.push(1 + (i % 20))
  for (let i = 0; i < 10_000; i++) parents.push(21 + (i % 500))
  const base = parents.map((_, node) =>
    Array.from({ length: 4 }, () => (node === 0 ? 10_000 : node < 21 ? 500 : node < 521 ? 20 : rng.poisson(1))),
  )
  const residuals = parents.map(() => Array.from({ length: 30 }, () => rng.normal()))

  test('10,000 bottom nodes by MinT-shrink in whole units within 5 seconds of processor time, no value negative', () => {
    const before = process.cpuUsage()
    const { values, warnings } = reconcile({
      structure: { parents },
      base,
      residuals,
      method: 'mintShrink',
      nonNegative: true,
      whole: true,
    })
    const { user } = process.cpuUsage(before)
    expect(user / 1000).toBeLessThan(5000)
    expect(warnings).toEqual([])
    for (const [node, sum] of childrenSum(parents, values, 0)) expect(values[node]?.[0]).toBe(sum)
  })
  it('fewer residual periods than nodes: mintCov answers as mintShrink and says so', () => {
    const few = residuals.slice(0, 5).map((row) => row.slice(0, 3))
    const request = { structure: tree, base: columns(fable.base), residuals: few } as const
    const found = reconcile({ ...request, method: 'mintCov' })
    expect(found.warnings).toEqual(['notPositiveDefinite'])
    expect(found.values).toEqual(reconcile({ ...request, method: 'mintShrink' }).values)
  })
  it('a node that was never wrong keeps its forecast', () => {
    const found = reconcile({
      structure: { parents: [-1, 0, 0] },
      base: [[100], [40], [70]],
      residuals: [
        [5, -5],
        [0, 0],
        [5, -5],
      ],
      method: 'wlsVar',
    })
    expect(found.values[1]?.[0]).toBeCloseTo(40, 5)
  })
  test.each([
    { name: 'a cycle', structure: { parents: [1, 0] }, code: 'badStructure' },
    { name: 'a parent that does not exist', structure: { parents: [-1, 9] }, code: 'badStructure' },
    { name: 'a total of totals', structure: { summing: [[0], [2], [0]] }, code: 'badStructure' },
  ])('$name is refused', ({ structure, code }) => {
    const nodes = 'parents' in structure ? structure.parents.length : structure.summing.length
    expect(() => reconcile({ structure, base: columns(new Array<number>(nodes).fill(1)), method: 'ols' })).toThrowError(
      expect.objectContaining({ code }),
    )
  })
  it('refuses a base of the wrong shape and missing residuals, in both languages', () => {
    expect(() => reconcile({ structure: tree, base: [[1]], method: 'ols' })).toThrowError(
      expect.objectContaining({ code: 'badBase' }),
    )
    expect(() => reconcile({ structure: tree, base: columns(fable.base), method: 'wlsVar' })).toThrowError(
      expect.objectContaining({ code: 'needResiduals', messageZh: expect.stringContaining('残差') }),
    )
  })
})
