import { createRng } from '@zhanggui/kernel'
import { describe, expect, test } from 'vitest'
import { evaluate, type MetricCondition, type MetricSeries, replayCondition, type SeriesPoint } from '../../index.ts'

const HOUR = 60
const WEEK = 168 * HOUR

/** Hourly orders of a shop: nights, weekends, a yearly swell and growth; chance on top. */
function usualOrders(hour: number): number {
  const [ofDay, day] = [hour % 24, Math.floor(hour / 24)]
  const daily = 1 + 0.9 * Math.sin(((ofDay - 9) / 24) * 2 * Math.PI)
  const weekly = day % 7 >= 5 ? 1.3 : 1
  const yearly = 1 + 0.25 * Math.sin((day / 365) * 2 * Math.PI)
  return 40 * daily * weekly * yearly * (1 + day / 1500)
}

type Planted = { fromHour: number; factor: number }

function shopYear({ seed, weeks, planted }: { seed: string; weeks: number; planted?: Planted }): MetricSeries {
  const rng = createRng(seed)
  const points: SeriesPoint[] = []
  for (let hour = 0; hour < weeks * 168; hour++) {
    const factor = planted && hour >= planted.fromHour ? planted.factor : 1
    const orders = rng.poisson(usualOrders(hour) * factor)
    points.push({ minute: hour * HOUR, value: orders, sample: orders })
  }
  const end = weeks * WEEK
  return { at: end, stepMinutes: HOUR, combine: 'sum', points, knownTo: end }
}

const orders = (k: number, direction: 'fall' | 'both' = 'both'): MetricCondition => ({
  metric: 'orders',
  slice: {},
  windowMinutes: HOUR,
  test: { kind: 'anomaly', k, direction },
})

describe('the anomaly test on a simulated year of hours with nights, weekends, a season and growth', () => {
  test('[P9.07] it says nothing false more than once a month at k = 5, and a few times a month at k = 4', () => {
    const series = shopYear({ seed: 'calm', weeks: 52 })
    const range = { from: 9 * WEEK, to: 52 * WEEK, everyMinutes: HOUR }
    const months = (52 - 9) / 4.35
    const firings = (k: number) => replayCondition(orders(k), series, range).firings.length / months
    expect(firings(5)).toBeLessThan(1)
    expect(firings(4)).toBeLessThan(4)
  })

  test('[P9.07] a fall to a third by day is told within the hour, at any daytime hour of the week', () => {
    for (const [day, hour] of [
      [0, 12],
      [2, 15],
      [5, 20],
    ] as const) {
      const fromHour = 12 * 168 + day * 24 + hour
      const series = shopYear({ seed: `fall-${day}`, weeks: 13, planted: { fromHour, factor: 1 / 3 } })
      const { firings } = replayCondition(orders(5, 'fall'), series, {
        from: fromHour * HOUR,
        to: (fromHour + 3) * HOUR,
        everyMinutes: HOUR,
      })
      expect(firings[0]?.from).toBe((fromHour + 1) * HOUR)
    }
  })

  test('a night that is always quiet is no anomaly, and neither is a weekend', () => {
    const series = shopYear({ seed: 'night', weeks: 12 })
    const state = (hour: number) => evaluate(orders(5), { ...series, at: (11 * 168 + hour) * HOUR }).state
    expect([state(4), state(28), state(5 * 24 + 20), state(6 * 24 + 21)]).toEqual(['ok', 'ok', 'ok', 'ok'])
  })

  test('without two months of past it judges what it has, and without any it says so', () => {
    const short = shopYear({ seed: 'young', weeks: 1 })
    const { state, evidence } = evaluate(orders(5), short)
    expect([state, evidence.reason]).toEqual(['ok', 'noBaseline'])
  })
})

describe('burst days', () => {
  /** Minute 0 of a burst day brings most; then it falls off, and picks up in the evening. */
  const curve = (minute: number): number =>
    100 + 900 * Math.exp(-minute / 40) + 60 * Math.max(0, Math.sin((minute - 900) / 150))

  function burst({ level, dip }: { level: number; dip?: (minute: number) => number }): MetricSeries {
    const rng = createRng('burst')
    const startsAt = 400_000
    const points: SeriesPoint[] = []
    for (let minute = 0; minute < 600; minute++) {
      const value = rng.poisson(curve(minute) * level * (dip?.(minute) ?? 1))
      points.push({ minute: startsAt + minute, value, sample: value })
    }
    const last = Array.from({ length: 1440 }, (_, minute) => ({ minute, value: rng.poisson(curve(minute)), sample: 1 }))
    return {
      at: startsAt + 600,
      stepMinutes: 1,
      combine: 'sum',
      points,
      knownTo: startsAt + 600,
      phase: 'burst',
      campaign: { startsAt, last: { startsAt: 0, points: last } },
    }
  }
  const pace: MetricCondition = {
    metric: 'orders',
    slice: {},
    windowMinutes: 10,
    test: { kind: 'anomaly', k: 5, direction: 'both' },
  }

  test('[P9.07] a burst day at a third more than last time is no anomaly, minute by minute', () => {
    const series = burst({ level: 1.35 })
    const alarms = Array.from({ length: 30 }, (_, i) => evaluate(pace, { ...series, at: 400_000 + 300 + i * 10 }).state)
    expect(alarms.filter((state) => state !== 'ok')).toEqual([])
  })

  test('[P9.07] payments that break off on a burst day are told in the next window', () => {
    const series = burst({ level: 1.35, dip: (minute) => (minute >= 500 ? 0.2 : 1) })
    expect(evaluate(pace, { ...series, at: 400_510 }).state).toBe('firing')
  })

  test('[P9.07] compared with yesterday a burst day would always be up; it is held against the same campaign minute instead', () => {
    const rise: MetricCondition = {
      ...pace,
      test: { kind: 'change', against: 'sameTimeYesterday', direction: 'rise', by: 0.5 },
    }
    const series = burst({ level: 1.2 })
    expect(evaluate(rise, series)).toMatchObject({ state: 'ok', evidence: { against: 'sameCampaignMinute' } })
    const { campaign: _none, ...first } = series
    expect(evaluate(rise, first)).toMatchObject({ state: 'ok', evidence: { reason: 'noBaseline' } })
  })

  test('a condition of one phase is silent in the others, and what fired there clears', () => {
    const asked: MetricCondition = { ...pace, test: { kind: 'threshold', op: '>', value: 0 }, phases: ['preheat'] }
    const inPreheat = evaluate(asked, { ...burst({ level: 1 }), phase: 'preheat' })
    const after = evaluate(asked, burst({ level: 1 }), inPreheat.memory)
    expect([inPreheat.state, after.state, after.evidence.reason]).toEqual(['firing', 'ok', 'outsidePhase'])
  })
})
