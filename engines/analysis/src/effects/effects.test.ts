import { createRng } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import { differenceInDifferences, type UnitChange } from './difference-in-differences.ts'

/** `count` units whose changes have exactly this mean and this standard error. */
function unitsWith({
  count,
  before,
  change,
  error,
}: Record<'count' | 'before' | 'change' | 'error', number>): UnitChange[] {
  const pairs = count / 2
  const away = error * Math.sqrt(count) * Math.sqrt((count - 1) / count)
  return Array.from({ length: count }, (_, i) => ({
    id: String(i),
    before,
    after: before + change + (i < pairs ? away : -away),
  }))
}

describe('[P3.26] what a change did, before and after with a control', () => {
  it('[P3.26] Card & Krueger 1994, table 3: employment of New Jersey less Pennsylvania is 2.76 with standard error 1.36', () => {
    // Published: NJ 20.44, change 0.59 (0.54); PA 23.33, change −2.16 (1.25). Rounded to two digits, so is what follows from them.
    const estimate = differenceInDifferences(
      unitsWith({ count: 320, before: 20.44, change: 0.59, error: 0.54 }),
      unitsWith({ count: 76, before: 23.33, change: -2.16, error: 1.25 }),
    )
    expect(Math.abs((estimate.effect?.mean ?? 0) - 2.76)).toBeLessThanOrEqual(0.011)
    const error = ((estimate.effect?.high ?? 0) - (estimate.effect?.mean ?? 0)) / 1.984
    expect(Math.abs(error - 1.36)).toBeLessThan(0.01)
    expect([estimate.treatedChange, estimate.controlChange].map((c) => c?.toFixed(2))).toEqual(['0.59', '-2.16'])
  })

  it('[P3.26] the planted effect is found although a season moved both groups', () => {
    const rng = createRng('initiative')
    const units = (count: number, effect: number): UnitChange[] =>
      Array.from({ length: count }, (_, i) => {
        const level = 100 + 30 * rng.normal()
        return { id: String(i), before: level + 5 * rng.normal(), after: level + 40 + effect + 5 * rng.normal() }
      })
    const { effect, share } = differenceInDifferences(units(200, 12), units(200, 0))
    expect(effect?.low).toBeLessThan(12)
    expect(effect?.high).toBeGreaterThan(12)
    expect(effect?.p).toBeLessThan(0.001)
    expect(share).toBeCloseTo(12 / 140, 1)
  })

  it('where nothing was done the interval misses zero about one time in twenty', () => {
    const rng = createRng('placebo')
    const units = (): UnitChange[] =>
      Array.from({ length: 12 }, (_, i) => ({ id: String(i), before: rng.normal(), after: rng.normal() }))
    let missed = 0
    for (let i = 0; i < 400; i++) {
      const { effect } = differenceInDifferences(units(), units())
      if (effect && effect.p < 0.05) missed++
    }
    expect(missed).toBeGreaterThan(5)
    expect(missed).toBeLessThan(36)
  })

  it('without a second unit on each side there is a difference but no interval', () => {
    const estimate = differenceInDifferences([{ id: 'a', before: 1, after: 2 }], [])
    expect(estimate).toMatchObject({ effect: null, share: null, treatedChange: 1, controlChange: null })
  })
})
