import { createRng } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import type { UnitChange } from './difference-in-differences.ts'
import { effectByUnits } from './effect-by-units.ts'

const SEASON = 1.2
const EFFECT = 0.25

/** Goods around a level, moved by the season and by what was done to them, each with its own luck. */
function goods(seed: string, { count, level, effect }: { count: number; level: number; effect: number }): UnitChange[] {
  const rng = createRng(seed)
  return Array.from({ length: count }, (_, i) => {
    const before = level * (1 + 0.2 * rng.normal())
    return { id: `${seed}${i}`, before, after: before * SEASON * (1 + effect) * (1 + 0.05 * rng.normal()) }
  })
}

/** Change on a dummy of treatment by least squares, with errors robust to unequal spread (HC2), worked out by matrices. */
function regression(treated: readonly number[], control: readonly number[]) {
  const y = [...treated, ...control]
  const x = [...treated.map(() => 1), ...control.map(() => 0)]
  const [n, t] = [y.length, treated.length]
  const [sumY, sumXY] = [y.reduce((a, b) => a + b, 0), treated.reduce((a, b) => a + b, 0)]
  const determinant = n * t - t * t
  const [a, b] = [(t * sumY - t * sumXY) / determinant, (n * sumXY - t * sumY) / determinant]
  const variance = y.reduce((sum, value, i) => {
    const treatedHere = x[i] ?? 0
    const leverage = 1 / (treatedHere === 1 ? t : n - t)
    const residual = value - a - b * treatedHere
    const weight = (n * treatedHere - t) / determinant
    return sum + (weight ** 2 * residual ** 2) / (1 - leverage)
  }, 0)
  return { effect: b, error: Math.sqrt(variance) }
}

describe('[P3.26] what a change did to each of many goods', () => {
  const treated = goods('t', { count: 40, level: 900, effect: EFFECT })
  const control = goods('c', { count: 60, level: 300, effect: 0 })

  it('[P3.26] a planted quarter is found although the control sells a third and a season moved everybody', () => {
    const found = effectByUnits(treated, control)
    expect(found?.share).toBeGreaterThan(EFFECT - 0.03)
    expect(found?.share).toBeLessThan(EFFECT + 0.03)
    expect(found?.effect.low).toBeGreaterThan(0)
    expect(found?.units).toEqual({ treated: 40, control: 60 })
  })

  it('[P3.26] effect and spread are those of a regression of the changes on treatment with HC2 errors', () => {
    const mean = (units: readonly UnitChange[]): number => units.reduce((sum, u) => sum + u.before, 0) / units.length
    const level = mean(treated) / mean(control)
    const change = ({ before, after }: UnitChange): number => after - before
    const other = regression(
      treated.map(change),
      control.map((unit) => change(unit) * level),
    )
    const found = effectByUnits(treated, control)
    expect(found?.effect.mean).toBeCloseTo(other.effect, 8)
    // The bounds lie symmetric about the mean, as many errors away as Student's distribution says for about 90 degrees of freedom.
    const reach = ((found?.effect.high ?? 0) - (found?.effect.low ?? 0)) / 2 / other.error
    expect(reach).toBeGreaterThan(1.98)
    expect(reach).toBeLessThan(2.01)
  })

  it('where nothing was done nothing is proven', () => {
    const none = effectByUnits(goods('t', { count: 40, level: 900, effect: 0 }), control)
    expect(none?.effect.low).toBeLessThan(0)
    expect(none?.effect.high).toBeGreaterThan(0)
  })

  it.each([
    ['one unit', treated.slice(0, 1), control],
    ['one control', treated, control.slice(0, 1)],
    ['a control that sold nothing before', treated, control.map((unit) => ({ ...unit, before: 0 }))],
    ['goods that sold nothing before', treated.map((unit) => ({ ...unit, before: 0 })), control],
  ])('%s: no effect is claimed', (_what, own, other) => expect(effectByUnits(own, other)).toBeNull())
})
