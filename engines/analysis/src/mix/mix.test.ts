import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mixRate } from './mix-rate.ts'
import { priceVolumeMix } from './price-volume-mix.ts'

const part = (id: string, numerator: number, denominator: number) => ({ id, numerator, denominator })

describe('why a ratio changed: mix against rate', () => {
  it('every channel converts better and the shop converts worse: all of the fall is mix (Simpson)', () => {
    const before = [part('search', 80, 1000), part('feed', 2, 100)]
    const after = [part('search', 9, 100), part('feed', 30, 1000)]
    const change = mixRate(before, after)
    expect(change.rate).toBeGreaterThan(0)
    expect(change.mix).toBeLessThan(0)
    expect(change.mix + change.rate).toBeCloseTo(39 / 1100 - 82 / 1100, 12)
  })

  it('a group as good as the whole does nothing by growing', () => {
    const change = mixRate([part('a', 10, 100), part('b', 10, 100)], [part('a', 30, 300), part('b', 10, 100)])
    for (const effect of change.effects) expect(effect.mix).toBeCloseTo(0, 12)
  })

  it('a group that is new had no ratio of its own to change', () => {
    const change = mixRate([part('a', 10, 100)], [part('a', 10, 100), part('b', 50, 100)])
    expect(change.effects[1]).toMatchObject({ id: 'b', rate: 0, ratio: { from: null, to: 0.5 } })
    expect(change.mix + change.rate).toBeCloseTo(0.3 - 0.1, 12)
  })

  it('effects add up to the change whatever the groups, also of groups without a denominator', () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 })), {
      minLength: 4,
      maxLength: 4,
    })
    fc.assert(
      fc.property(rows, rows, (then, now) => {
        const change = mixRate(
          then.map(([n, d], i) => part(`g${i}`, n, d)),
          now.map(([n, d], i) => part(`g${i}`, n, d)),
        )
        if (change.from === null || change.to === null) return change.effects.length === 0
        return Math.abs(change.mix + change.rate - (change.to - change.from)) < 1e-9
      }),
      { numRuns: 1000, seed: 11 },
    )
  })

  it('a side with nothing to divide by has no answer', () => {
    expect(mixRate([], [part('a', 1, 2)])).toEqual({ from: null, to: 0.5, mix: 0, rate: 0, effects: [] })
  })
})

const item = (id: string, units: number, paidCents: number) => ({ id, units, paidCents })

describe('why sales changed: price, volume and mix', () => {
  it.each([
    ['twice as many of everything', [item('a', 10, 1000)], [item('a', 20, 2000)], { volume: 1000, price: 0, mix: 0 }],
    ['the same at a higher price', [item('a', 10, 1000)], [item('a', 10, 1200)], { volume: 0, price: 200, mix: 0 }],
    [
      'buyers move to the dear item',
      [item('a', 5, 500), item('b', 5, 5000)],
      [item('b', 10, 10_000)],
      { volume: 0, price: 0, mix: 4500 },
    ],
  ])('%s', (_, before, after, expected) => {
    const { volume, price, mix } = priceVolumeMix(before, after) ?? {}
    expect({ volume: (volume ?? 0) + 0, price: (price ?? 0) + 0, mix: (mix ?? 0) + 0 }).toEqual(expected)
  })

  it('volume, price and mix add up to the change to the fen, and items to price and mix', () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 1, max: 99_999 })), {
      minLength: 5,
      maxLength: 5,
    })
    fc.assert(
      fc.property(rows, rows, (then, now) => {
        const items = (side: [number, number][]) => side.map(([n, price], i) => item(`i${i}`, n, n * price))
        const change = priceVolumeMix(items(then), items(now))
        if (change === null) return true
        const parts = change.items.reduce((sum, i) => sum + i.price + i.mix, 0)
        return change.volume + parts === change.changeCents && change.price + change.mix === parts
      }),
      { numRuns: 1000, seed: 13 },
    )
  })

  it('a side that sold nothing has no price to compare', () =>
    expect(priceVolumeMix([], [item('a', 1, 100)])).toBeNull())
})
