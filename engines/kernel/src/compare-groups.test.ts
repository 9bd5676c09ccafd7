import { describe, expect, it } from 'vitest'
import { compareGroups, createRng, type GroupSums } from './index.ts'

const sumsOf = (values: readonly number[]): GroupSums => ({
  people: values.length,
  sum: values.reduce((a, b) => a + b, 0),
  squares: values.reduce((a, b) => a + b * b, 0),
})

describe('two groups', () => {
  it('worked by hand: 5 of 10 against 2 of 10 differ by 0.3, within the bounds of Welch', () => {
    const share = (yes: number) => sumsOf(Array.from({ length: 10 }, (_, i) => (i < yes ? 1 : 0)))
    const told = compareGroups(share(5), share(2))
    // Variances of the means 0.25/9 and 0.16/9, error 0.2134; 17.2 degrees of freedom, t = 2.108.
    expect(told.difference).toBeCloseTo(0.3, 12)
    expect(told.high === null ? 0 : told.high - 0.3).toBeCloseTo(0.45, 2)
  })

  it('nobody, or one person, is no evidence', () => {
    expect(compareGroups(sumsOf([]), sumsOf([1, 2]))).toMatchObject({ treatedMean: null, difference: null, low: null })
    expect(compareGroups(sumsOf([5]), sumsOf([1, 2]))).toMatchObject({ difference: 3.5, low: null, high: null })
    expect(compareGroups(sumsOf([3, 3]), sumsOf([1, 1]))).toMatchObject({ difference: 2, low: 2, high: 2 })
  })

  it('the bounds hold the true difference in about 95 of 100 trials, and hold nothing when nothing was done', () => {
    const rng = createRng('groups')
    let held = 0
    for (let trial = 0; trial < 400; trial++) {
      const treated = sumsOf(Array.from({ length: 60 }, () => 10 + 3 * rng.normal()))
      const others = sumsOf(Array.from({ length: 25 }, () => 8 + rng.normal()))
      const { low, high } = compareGroups(treated, others)
      if (low !== null && high !== null && low <= 2 && 2 <= high) held++
    }
    // 380 expected of 400, standard deviation 4.4.
    expect(held).toBeGreaterThan(364)
  })
})
