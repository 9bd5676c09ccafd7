import { createRng } from '@zhanggui/kernel'
import { describe, expect, test } from 'vitest'
import { type ConditionTest, evaluate, type MetricCondition, type MetricSeries, type SeriesPoint } from '../../index.ts'

const rng = createRng('conditions')

/** Counts with holes, so that windows are whole, part and empty. */
function randomSeries(minutes: number): MetricSeries {
  const points: SeriesPoint[] = []
  for (let minute = 0; minute < minutes; minute++)
    if (rng.next() > 0.2) points.push({ minute, value: rng.int(6), sample: rng.int(4) })
  return { at: minutes, stepMinutes: 1, combine: 'sum', points, knownTo: minutes }
}

/** The sum of a stretch, the slow and plain way. */
const sumOf = ({ points }: MetricSeries, from: number, to: number): number =>
  points.reduce((sum, { minute, value }) => (minute >= from && minute < to ? sum + (value ?? 0) : sum), 0)

const isFiring = (series: MetricSeries, windowMinutes: number, asked: ConditionTest): boolean => {
  const condition: MetricCondition = { metric: 'orders', slice: {}, windowMinutes, test: asked }
  return evaluate(condition, series).state === 'firing'
}

const CASES = 400

describe('each test against the plainest reckoning', () => {
  test('a threshold looks at exactly the last window', () => {
    for (let i = 0; i < CASES; i++) {
      const series = randomSeries(60)
      const [window, value] = [1 + rng.int(20), rng.int(40)]
      const expected = sumOf(series, series.at - window, series.at) < value
      expect(isFiring(series, window, { kind: 'threshold', op: '<', value })).toBe(expected)
    }
  })

  test('a change is the move as a share of what was', () => {
    for (let i = 0; i < CASES; i++) {
      const series = randomSeries(60)
      const [window, by] = [1 + rng.int(15), 0.1 + rng.next()]
      const first = series.points[0]?.minute ?? 0
      const [now, then] = [sumOf(series, 60 - window, 60), sumOf(series, 60 - 2 * window, 60 - window)]
      const expected = first <= 60 - 2 * window && then > 0 && (now - then) / then >= by
      expect(isFiring(series, window, { kind: 'change', against: 'previous', direction: 'rise', by })).toBe(expected)
    }
  })

  test('a trend is every neighbouring pair', () => {
    for (let i = 0; i < CASES; i++) {
      const series = randomSeries(60)
      const window = 1 + rng.int(10)
      const sums = [4, 3, 2, 1].map((k) => sumOf(series, 60 - k * window, 60 - (k - 1) * window))
      const [a = 0, b = 0, c = 0, d = 0] = sums
      expect(isFiring(series, window, { kind: 'trend', points: 4, direction: 'fall' })).toBe(a > b && b > c && c > d)
    }
  })

  test('absence is nothing at all in its stretch', () => {
    for (let i = 0; i < CASES; i++) {
      const series = randomSeries(40)
      const quiet = {
        ...series,
        points: series.points.filter(({ minute }) => minute < 30 + rng.int(10) || rng.next() < 0.02),
      }
      const minutes = 1 + rng.int(8)
      const expected = sumOf(quiet, 40 - minutes, 40) === 0
      expect(isFiring(quiet, 5, { kind: 'absence', minutes })).toBe(expected)
    }
  })

  test('a ratio weighs its minutes by their denominators, never averages them', () => {
    const points = [
      { minute: 0, value: 0.5, sample: 2 },
      { minute: 1, value: 0.1, sample: 98 },
    ]
    const condition: MetricCondition = {
      metric: 'cvr',
      slice: {},
      windowMinutes: 2,
      test: { kind: 'threshold', op: '<', value: 0.2 },
    }
    const { value, state } = evaluate(condition, { at: 2, stepMinutes: 1, combine: 'ratio', points, knownTo: 2 })
    expect([value, state]).toEqual([expect.closeTo(10.8 / 100, 12), 'firing'])
  })
})

describe('a projection', () => {
  const daily = (values: readonly number[]): MetricSeries => ({
    at: values.length * 1440,
    stepMinutes: 1440,
    combine: 'last',
    points: values.map((value, i) => ({ minute: i * 1440, value, sample: 1 })),
    knownTo: values.length * 1440,
  })
  const asked = (withinDays: number): MetricCondition => ({
    metric: 'dsrService',
    slice: {},
    windowMinutes: 1440,
    test: { kind: 'projection', op: '<', value: 4.6, points: 10, withinMinutes: withinDays * 1440 },
  })

  test('[P9.09] the crossing date of a planted fall is told to the day, and one wild day does not move it', () => {
    const truth = Array.from({ length: 14 }, (_, day) => 4.8 - 0.01 * day)
    const wild = truth.with(9, 3.2)
    for (const values of [truth, wild]) {
      const { evidence, state } = evaluate(asked(10), daily(values))
      // The last day stands at 4.67: 7 more days to 4.60.
      expect([state, Math.round((evidence.crossingAt ?? 0) / 1440)]).toEqual(['firing', 21])
    }
    expect(evaluate(asked(5), daily(truth)).state).toBe('ok')
  })

  test('[P9.09] a score that rises, or stands, crosses no lower limit', () => {
    const rising = Array.from({ length: 14 }, (_, day) => 4.65 + 0.01 * day)
    expect(evaluate(asked(365), daily(rising)).state).toBe('ok')
    expect(evaluate(asked(365), daily(rising.map(() => 4.7))).evidence.crossingAt).toBeUndefined()
  })

  test('beyond the limit already: the crossing is now', () => {
    const { state, evidence } = evaluate(asked(1), daily(Array.from({ length: 12 }, () => 4.5)))
    expect([state, evidence.crossingAt]).toEqual(['firing', 12 * 1440])
  })
})
