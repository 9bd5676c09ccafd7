import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decomposeProduct, decomposeWhole } from './decompose-product.ts'

const factor = fc.record({
  from: fc.double({ min: 0.001, max: 1000, noNaN: true }),
  to: fc.double({ min: 0.001, max: 1000, noNaN: true }),
})

describe('the causes of a gap', () => {
  it('effects of drivers add up to the gap to the fen', () => {
    fc.assert(
      fc.property(fc.tuple(factor, factor, factor), (given) => {
        const factors = given.map((f, i) => ({ id: ['uv', 'cvr', 'aov'][i] ?? '', ...f }))
        const gap = Math.round(given.reduce((p, f) => p * f.to, 1)) - Math.round(given.reduce((p, f) => p * f.from, 1))
        const whole = decomposeWhole(factors, gap)
        return whole.reduce((sum, e) => sum + e.effect, 0) === gap && whole.every((e) => Number.isInteger(e.effect))
      }),
      { numRuns: 1000, seed: 3 },
    )
  })

  it('a driver that did not change has no effect; the order of drivers does not matter', () => {
    const uv = { id: 'uv', from: 1000, to: 900 }
    const cvr = { id: 'cvr', from: 0.05, to: 0.05 }
    const aov = { id: 'aov', from: 200, to: 230 }
    const effects = decomposeProduct([uv, cvr, aov])
    expect(effects[1]?.effect).toBe(0)
    const other = decomposeProduct([aov, uv, cvr])
    expect(other.find((e) => e.id === 'aov')?.effect).toBeCloseTo(effects[2]?.effect ?? 0, 9)
  })

  it('works through zeros: everything lost when nobody came', () => {
    const effects = decomposeProduct([
      { id: 'uv', from: 10, to: 0 },
      { id: 'aov', from: 5, to: 5 },
    ])
    expect(effects).toEqual([
      { id: 'uv', effect: -50 },
      { id: 'aov', effect: 0 },
    ])
  })

  it('two factors share their common part evenly', () => {
    // 2 × 3 → 4 × 0: Shapley by hand: first (4−2)·3 ÷ 2 + (4−2)·0 ÷ 2 = 3, second (0−3)·2 ÷ 2 + (0−3)·4 ÷ 2 = −9.
    const effects = decomposeProduct([
      { id: 'a', from: 2, to: 4 },
      { id: 'b', from: 3, to: 0 },
    ])
    expect(effects.map((e) => e.effect)).toEqual([3, -9])
  })

  it('a rounded factor of a large shop does not move the effects: what it misses is shared by their size', () => {
    const factors = [
      { id: 'buyers', from: 2_000_000, to: 2_000_000 },
      { id: 'aov', from: 21_000, to: 21_001 },
    ]
    // Exactly, AOV rose by 0.6 fen.
    expect(decomposeWhole(factors, 1_200_000).map((e) => e.effect)).toEqual([0, 1_200_000])
  })
})
