import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { nodeDrivers } from './node-drivers.ts'

const last = { uv: 1000, cvr: 0.01, aov: 10_000 }
const still = { cvr: 0, aov: 0 }

describe('[P2.08] UV, CVR and AOV of one node', () => {
  test.each([
    ['beauty +30 %, rates as last year: visitors follow', { target: 130_000 }, { uv: 1300, cvr: 0.01, aov: 10_000 }],
    [
      'conversion and AOV carry the growth',
      { target: 130_000, growth: { cvr: 0.2, aov: 0.1 } },
      { uv: 985, cvr: 0.012, aov: 11_000 },
    ],
    [
      'locked visitors: conversion follows',
      { target: 130_000, locked: { uv: 1000 } },
      { uv: 1000, cvr: 0.013, aov: 10_000 },
    ],
    [
      'locked visitors and conversion: AOV follows',
      { target: 130_000, locked: { uv: 1000, cvr: 0.01 } },
      { uv: 1000, cvr: 0.01, aov: 13_000 },
    ],
  ])('%s', (_, given, expected) => {
    const answer = nodeDrivers({ last, growth: still, locked: {}, ...given })
    expect(answer).toMatchObject({ kind: 'visits', uv: expected.uv, aov: expected.aov })
    expect(answer.kind === 'visits' && answer.cvr).toBeCloseTo(expected.cvr, 12)
  })

  test('where visits are not counted, buyers and AOV stand for them', () => {
    const sku = { uv: null, cvr: null, aov: 10_000 }
    expect(nodeDrivers({ target: 125_000, last: sku, growth: still, locked: {} })).toEqual({
      kind: 'buyers',
      buyers: 13,
      aov: 10_000,
    })
  })

  test('three locked figures that contradict the target are named with their slack', () => {
    const answer = nodeDrivers({ target: 200_000, last, growth: still, locked: { uv: 1000, cvr: 0.01, aov: 10_000 } })
    expect(answer).toMatchObject({
      kind: 'overdetermined',
      slacks: [expect.anything(), { driver: 'uv', slack: 1 }, {}, {}],
    })
  })

  test('nothing of last year, nothing to go by', () => {
    const nothing = { uv: null, cvr: null, aov: null }
    expect(nodeDrivers({ target: 1, last: nothing, growth: still, locked: {} })).toEqual({ kind: 'unknown' })
  })

  it('brings the target, and with one visitor less would not', () => {
    const rates = fc.record({
      uv: fc.integer({ min: 1, max: 1e7 }),
      cvr: fc.double({ min: 0.001, max: 0.5, noNaN: true }),
      aov: fc.integer({ min: 100, max: 1_000_000 }),
    })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e12 }), rates, (target, known) => {
        const answer = nodeDrivers({ target, last: known, growth: still, locked: {} })
        if (answer.kind !== 'visits') return false
        const made = (uv: number): number => uv * answer.cvr * answer.aov
        return made(answer.uv) >= target * (1 - 1e-6) && made(answer.uv - 1) < target * (1 + 1e-6)
      }),
      { seed: 208 },
    )
  })
})
