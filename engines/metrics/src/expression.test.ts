import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { getMetric } from './catalogue/index.ts'
import { describeExpression, evaluate, type PeriodFacts, ratioOf, total } from './expression.ts'

const NO_DAYS: PeriodFacts = { days: null, ordinaryDays: null }
const from =
  (values: Record<string, number | null>) =>
  (id: string): number | null =>
    values[id] ?? null
const value = (id: string, values: Record<string, number | null>, period = NO_DAYS): number | null => {
  const metric = getMetric(id)
  return evaluate(metric.expression, from(values), period, metric.unit === 'money')
}

describe('evaluate', () => {
  test.each([
    ['a half fen rounds up', { paid: 5, buyers: 2 }, 3],
    ['exact', { paid: 1000, buyers: 4 }, 250],
    ['no buyers', { paid: 1000, buyers: 0 }, null],
    ['buyers unknown', { paid: 1000, buyers: null }, null],
    ['paid unknown', { paid: null, buyers: 3 }, null],
  ])('AOV: %s', (_case, values, expected) => expect(value('aov', values)).toBe(expected))

  test('a sum is unknown as soon as one part is', () => {
    expect(evaluate(total(['a'], ['b']), from({ a: 5, b: null }), NO_DAYS, false)).toBeNull()
    expect(evaluate(total(['a', 'b'], ['c']), from({ a: 5, b: 1, c: 2 }), NO_DAYS, false)).toBe(4)
  })

  test('profit takes off every cost, and break-even ROI is where it is nothing', () => {
    const facts = {
      paid: 10_000,
      refunded: 500,
      cost: 4000,
      commission: 500,
      freight: 300,
      transactionFees: 60,
      spend: 2000,
    }
    expect(value('profit', facts)).toBe(2640)
    const breakEven = value('breakEvenRoi', facts) ?? 0
    expect(value('profit', { ...facts, spend: Math.round(facts.paid / breakEven) })).toBe(0)
  })

  test('stock lasts as long as the pace of the period says', () => {
    expect(value('stockCoverDays', { stockUnits: 10, unitsSold: 3 }, { days: 30, ordinaryDays: 30 })).toBe(100)
    expect(value('stockCoverDays', { stockUnits: 10, unitsSold: 0 }, { days: 30, ordinaryDays: 30 })).toBeNull()
  })

  test('ordinary days that are all alike are perfectly steady, two unlike days are not', () => {
    const period = { days: 4, ordinaryDays: 4 }
    expect(value('dailySteadiness', { ordinaryPaid: 400, ordinaryPaidSquares: 40_000 }, period)).toBe(1)
    // 200 on two days, nothing on two: mean 100, deviation 100.
    expect(value('dailySteadiness', { ordinaryPaid: 400, ordinaryPaidSquares: 80_000 }, period)).toBe(0)
  })

  test('GMV = UV × CVR × AOV on the paid basis', () => {
    const count = fc.integer({ min: 1, max: 1e7 })
    fc.assert(
      fc.property(count, count, fc.integer({ min: 0, max: 1e12 }), (uv, buyers, paid) => {
        const cvr = value('cvr', { buyers, uv }) ?? Number.NaN
        const aov = value('aov', { paid, buyers }) ?? Number.NaN
        // AOV is rounded to the fen, so each buyer can bring half a fen of difference.
        expect(Math.abs(uv * cvr * aov - paid)).toBeLessThanOrEqual(buyers / 2 + paid * 1e-9)
      }),
      { seed: 20261122, numRuns: 500 },
    )
  })

  test('parts of an additive whole make the ratio of the whole: numerators and denominators are added, never ratios', () => {
    const part = fc.record({ refunded: fc.nat(1e6), paid: fc.integer({ min: 1, max: 1e6 }) })
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 20 }), (parts) => {
        const sum = (pick: 'refunded' | 'paid'): number => parts.reduce((acc, p) => acc + p[pick], 0)
        const whole = value('refundRate', { refunded: sum('refunded'), paid: sum('paid') }) ?? Number.NaN
        const rates = parts.map((p) => value('refundRate', p) ?? 0)
        expect(whole).toBeGreaterThanOrEqual(Math.min(...rates) - 1e-12)
        expect(whole).toBeLessThanOrEqual(Math.max(...rates) + 1e-12)
      }),
      { seed: 20261122 },
    )
  })
})

test('an expression reads as a formula', () => {
  expect(describeExpression(ratioOf(total(['a'], ['b']), 'c', 100))).toBe('(a − b) ÷ c × 100')
})
