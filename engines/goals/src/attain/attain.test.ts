import { parseDay } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import { goal } from '../../test/support/sample-goals.ts'
import { type AttainmentStatus, attainment, type PeriodEnd } from './attainment.ts'
import { replayErrors } from './replay.ts'
import { sumInterval } from './sum-interval.ts'

const june = goal('june', { period: '2027-06', target: 3_000_000 })
const flat = (value: number): PeriodEnd => ({ mean: value, lower: value, upper: value })

describe('attainment', () => {
  it('[P2.22] actual, expected end, gap and the rate that catches up', () => {
    const seen = attainment({
      goal: june,
      additive: true,
      actual: 900_000,
      end: { mean: 2_800_000, lower: 2_600_000, upper: 3_050_000 },
      asOf: parseDay('2027-06-11'),
    })
    expect(seen).toMatchObject({
      rate: 0.3,
      gap: 200_000,
      daysGone: 10,
      daysLeft: 20,
      perDay: 90_000,
      neededPerDay: 105_000,
      status: 'atRisk',
    })
    expect(seen.catchUp).toBeCloseTo(105 / 90, 12)
  })

  it.each<[string, PeriodEnd | null, 'atLeast' | 'atMost', AttainmentStatus]>([
    ['the lower limit meets the target', { mean: 5, lower: 4, upper: 6 }, 'atLeast', 'achieved'],
    ['the target lies in the interval', { mean: 3.5, lower: 3, upper: 5 }, 'atLeast', 'atRisk'],
    ['the upper limit falls short', { mean: 3, lower: 2, upper: 3.9 }, 'atLeast', 'behind'],
    ['exactly met', flat(4), 'atLeast', 'achieved'],
    ['at most: the upper limit keeps it', { mean: 3, lower: 2, upper: 4 }, 'atMost', 'achieved'],
    ['at most: not even the lower limit keeps it', { mean: 6, lower: 5, upper: 7 }, 'atMost', 'behind'],
    ['missed so far, without an interval, while days remain', flat(3), 'atLeast', 'atRisk'],
    ['nothing known', null, 'atLeast', 'unknown'],
  ])('the status follows its rule: %s', (_, end, direction, status) => {
    const seen = attainment({
      goal: { ...june, target: 4, direction },
      additive: true,
      actual: 1,
      end,
      asOf: parseDay('2027-06-11'),
    })
    expect(seen.status).toBe(status)
  })

  it('a goal without a target is unset, not missed', () => {
    const seen = attainment({
      goal: { ...june, target: null },
      additive: true,
      actual: 5,
      end: flat(5),
      asOf: parseDay('2027-07-01'),
    })
    expect(seen).toMatchObject({ status: 'unset', gap: null, rate: null, neededPerDay: null })
  })

  it('before the period there is no pace, after it nothing can be caught up', () => {
    const before = attainment({ goal: june, additive: true, actual: null, end: flat(1), asOf: parseDay('2027-05-01') })
    expect(before).toMatchObject({ daysGone: 0, daysLeft: 30, perDay: null, neededPerDay: null })
    const after = attainment({
      goal: june,
      additive: true,
      actual: 2_000_000,
      end: flat(2_000_000),
      asOf: parseDay('2027-08-01'),
    })
    expect(after).toMatchObject({ daysLeft: 0, neededPerDay: null, catchUp: null, gap: 1_000_000, status: 'behind' })
  })

  it('a rate has no daily pace', () => {
    const seen = attainment({
      goal: { ...june, metric: 'cvr', target: 0.05 },
      additive: false,
      actual: 0.025,
      end: flat(0.025),
      asOf: parseDay('2027-06-11'),
    })
    expect(seen).toMatchObject({ perDay: null, neededPerDay: null, rate: 0.5 })
  })
})

describe('the interval of some days of a forecast', () => {
  const day: PeriodEnd = { mean: 10, lower: 8, upper: 14 }
  const days = Array.from({ length: 9 }, () => day)
  const places = (n: number): number[] => Array.from({ length: n }, (_, i) => i)

  it.each<[string, number, number, number]>([
    ['days that miss independently: the root of their number', 90 - 6, 90 + 12, 4],
    ['days that miss together: their number', 90 - 18, 90 + 36, 8],
  ])('%s', (_, lower, upper, width) => {
    const four = sumInterval(days, places(4), { mean: 90, lower, upper })
    expect(four.mean).toBe(40)
    expect(four.mean - four.lower).toBeCloseTo(width, 9)
    expect(four.upper - four.mean).toBeCloseTo(2 * width, 9)
  })

  it('all days together have the interval that the forecast gave them', () => {
    const whole = { mean: 90, lower: 80, upper: 110 }
    const all = sumInterval(days, places(9), whole)
    expect([all.lower, all.upper].map((v) => Math.round(v * 1e9) / 1e9)).toEqual([80, 110])
  })
})

describe('a replay of the forecasts of a year', () => {
  it('each period has its error; the year has the weighted mean and the bias', () => {
    const replay = replayErrors([
      { period: '2027-01', expected: 110, actual: 100 },
      { period: '2027-02', expected: 80, actual: 100 },
      { period: '2027-03', expected: 50, actual: null },
    ])
    expect(replay.periods.map((p) => p.relative)).toEqual([0.1, -0.2, null])
    expect(replay.wape).toBeCloseTo(0.15, 12)
    expect(replay.bias).toBeCloseTo(-0.05, 12)
  })
})
