import { createRng, type Rng } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import { type DayCourse, dayCourse, soFarAt } from './day-course.ts'
import { forecastDayEnd } from './day-end-forecast.ts'
import { learnCurve } from './intraday-curve.ts'

/** A shop's day: two humps, a level of its own, a shift of its own towards morning or evening, orders as they fall. */
function plantedDay(rng: Rng): DayCourse {
  const level = 2000 * Math.exp(0.3 * rng.normal())
  const shift = 40 * rng.normal()
  const hump = (m: number, centre: number, width: number) => Math.exp(-(((m - centre - shift) / width) ** 2))
  const weight = (m: number) => 0.05 + hump(m, 660, 150) + 1.6 * hump(m, 1260, 120)
  const all = Array.from({ length: 1440 }, (_, m) => weight(m)).reduce((a, b) => a + b, 0)
  return dayCourse(Array.from({ length: 1440 }, (_, m) => 9900 * rng.poisson((level * weight(m)) / all)))
}

const DAYS = 400
const planted = (() => {
  const rng = createRng('planted days')
  return Array.from({ length: DAYS }, () => plantedDay(rng))
})()

/** Walks over the planted days: each is forecast from those before it. */
function coverage(pastDays: number, level: number, minutes: readonly number[]): number[] {
  const held = minutes.map(() => 0)
  for (let i = pastDays; i < DAYS; i++) {
    const curve = learnCurve(planted.slice(i - pastDays, i))
    const today = planted[i]
    if (!curve || !today) throw new Error('the planted days sold something')
    for (const [k, minute] of minutes.entries()) {
      const end = forecastDayEnd(curve, { minute, soFar: soFarAt(today, minute), level })
      if (end && end.low <= today.total && today.total <= end.high) held[k] = (held[k] ?? 0) + 1
    }
  }
  return held.map((n) => n / (DAYS - pastDays))
}

describe('the forecast of the day’s end', () => {
  // Some 370 days: the standard error of a coverage of 0.9 is 0.016, so three of them either way.
  it.each([
    ['a month of days', 28, 0.9],
    ['a month of days, at 80 %', 28, 0.8],
    ['four campaign days', 4, 0.9],
  ])('[P9.06] its interval holds the outcome at the nominal rate with %s', (_, pastDays, level) => {
    for (const share of coverage(pastDays, level, [540, 900, 1260])) {
      expect(share).toBeGreaterThanOrEqual(level - 0.05)
      expect(share).toBeLessThanOrEqual(level + 0.06)
    }
  })

  it('is wide in the morning and narrow before midnight', () => {
    const curve = learnCurve(planted.slice(0, 28))
    const today = planted[28]
    const [morning = 0, night = 0] = [480, 1400].map((minute) => {
      const end = curve && today && forecastDayEnd(curve, { minute, soFar: soFarAt(today, minute) })
      return end ? (end.high - end.low) / end.mid : Number.NaN
    })
    expect(night).toBeLessThan(morning / 5)
  })

  it('is never below what is in already', () => {
    const curve = learnCurve([plantedDay(createRng('a')), plantedDay(createRng('b')), plantedDay(createRng('c'))])
    const end = curve && forecastDayEnd(curve, { minute: 1440, soFar: 5_000_000 })
    expect(end?.low).toBeGreaterThanOrEqual(5_000_000)
  })

  it('says nothing before anything came in, without past days, or from a single one', () => {
    const one = learnCurve([plantedDay(createRng('one'))])
    expect(learnCurve([])).toBeNull()
    expect(one && forecastDayEnd(one, { minute: 600, soFar: 100 })).toBeNull()
    const two = learnCurve([plantedDay(createRng('one')), plantedDay(createRng('two'))])
    expect(two && forecastDayEnd(two, { minute: 600, soFar: 0 })).toBeNull()
  })

  it('carries a day ten times the usual size forward by the curve, not back to the usual size', () => {
    const rng = createRng('burst')
    const curve = learnCurve(Array.from({ length: 28 }, () => plantedDay(rng)))
    const today = dayCourse(plantedDay(rng).cumulative.map((c, i, all) => 10 * (c - (all[i - 1] ?? 0))))
    const end = curve && forecastDayEnd(curve, { minute: 900, soFar: soFarAt(today, 900) })
    expect(end?.low).toBeLessThan(today.total)
    expect(end?.high).toBeGreaterThan(today.total)
    expect(end?.mid).toBeGreaterThan(0.6 * today.total)
  })
})
