import { describe, expect, it } from 'vitest'
import { createRng } from './index.ts'

const draw = (seed: string, n: number) => {
  const rng = createRng(seed)
  return Array.from({ length: n }, () => rng.next())
}
const mean = (xs: number[]) => xs.reduce((a, b) => a + b, 0) / xs.length

describe('createRng', () => {
  it('[P16.14] the same seed gives the same stream, another seed another', () => {
    expect(draw('a', 100)).toEqual(draw('a', 100))
    expect(draw('a', 100)).not.toEqual(draw('b', 100))
  })

  it('[P16.14] drawing from a fork does not move its parent', () => {
    const [one, two] = [createRng(7), createRng(7)]
    one.fork('orders').normal()
    expect(one.next()).toBe(two.next())
  })

  // Tolerances are five standard errors of each estimate at n = 200,000, so a correct generator passes for nearly every seed.
  const n = 200_000
  it('uniform draws have mean 1/2 and variance 1/12', () => {
    const xs = draw('uniform', n)
    expect(Math.abs(mean(xs) - 0.5)).toBeLessThan((5 * Math.sqrt(1 / 12)) / Math.sqrt(n))
    expect(Math.abs(mean(xs.map((x) => (x - 0.5) ** 2)) - 1 / 12)).toBeLessThan(0.001)
  })

  it('normal draws have mean 0, variance 1 and 2.28 % above two', () => {
    const rng = createRng('normal')
    const xs = Array.from({ length: n }, () => rng.normal())
    expect(Math.abs(mean(xs))).toBeLessThan(5 / Math.sqrt(n))
    expect(Math.abs(mean(xs.map((x) => x * x)) - 1)).toBeLessThan(5 * Math.sqrt(2 / n))
    expect(Math.abs(xs.filter((x) => x > 2).length / n - 0.02275)).toBeLessThan(0.0017)
  })

  it.each([0.3, 4, 40, 500])('Poisson draws with mean %d have that mean and variance', (lambda) => {
    const rng = createRng(`poisson ${lambda}`)
    const xs = Array.from({ length: n }, () => rng.poisson(lambda))
    const m = mean(xs)
    expect(Math.abs(m - lambda)).toBeLessThan(5 * Math.sqrt(lambda / n))
    const variance = mean(xs.map((x) => (x - m) ** 2))
    expect(Math.abs(variance / lambda - 1)).toBeLessThan(5 * Math.sqrt((2 + 1 / lambda) / n))
  })

  it('picks by weight and never an item of weight zero', () => {
    const rng = createRng('pick')
    const counts = new Map<string, number>()
    for (let i = 0; i < n; i++) {
      const item = rng.pick(['a', 'b', 'c'], [1, 0, 3])
      counts.set(item, (counts.get(item) ?? 0) + 1)
    }
    expect(counts.has('b')).toBe(false)
    expect(Math.abs((counts.get('c') ?? 0) / n - 0.75)).toBeLessThan(0.005)
  })
})
