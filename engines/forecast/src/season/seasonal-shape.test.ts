import { allocate, cents, parseDay } from '@zhanggui/kernel'
import { describe, expect, it, test } from 'vitest'
import { around, madeUpShop } from '../../test/support/made-up-shop.ts'
import { reference } from '../../test/support/reference.ts'
import { eventSpans } from '../series/event-span.ts'
import { type SeasonalShape, seasonalShape, wholeWeights } from './seasonal-shape.ts'

const LULL = [0.7, 0.5, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.5, 0.7]
const past = (noise: number): number[] =>
  madeUpShop('2025-01-01', 365, {
    noise,
    year: 0.2,
    week: [1, 1, 1, 1, 1.1, 1.4, 1.3],
    days: { ...around('2025-11-11', 1, [2, 9, 2]), ...around('2025-01-29', 3, LULL) },
  })
const shapeOf = (values: readonly (number | null)[], year: number, start = '2025-01-01'): SeasonalShape =>
  seasonalShape({ history: { start: parseDay(start), values }, year })
const dayOf = ({ start }: SeasonalShape, day: string): number => (Date.parse(day) - Date.parse(start)) / 86_400_000
const weightOn = (shape: SeasonalShape, day: string): number => 365 * (shape.weights[dayOf(shape, day)] as number)

describe('[P2.02] the course of a year', () => {
  const shape = shapeOf(past(0.15), 2026)

  it('has a weight for every day of the target year, leap years too; they sum to 1', () => {
    expect(shape.weights).toHaveLength(365)
    expect(shapeOf(past(0.1), 2028).weights).toHaveLength(366)
    expect(shape.weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12)
    expect(Math.min(...shape.weights)).toBeGreaterThan(0)
  })
  it('keeps 双11 on its campaign day, within a fifth of last year’s share', () => {
    const lastYear = past(0)
    const share = (365 * (lastYear[314] as number)) / lastYear.reduce((a, b) => a + b, 0)
    expect(weightOn(shape, '2026-11-11')).toBeGreaterThan(0.8 * share)
    expect(weightOn(shape, '2026-11-11')).toBeLessThan(1.2 * share)
  })
  it('moves the Spring Festival lull to the target year’s lunar date', () => {
    const lull = (weightOn(shape, '2026-02-17') + weightOn(shape, '2026-02-18') + weightOn(shape, '2026-02-19')) / 3
    const januaryNow =
      (weightOn(shape, '2026-01-29') + weightOn(shape, '2026-01-30') + weightOn(shape, '2026-01-31')) / 3
    expect(lull).toBeLessThan(0.7)
    expect(januaryNow).toBeGreaterThan(0.85)
  })
  it('keeps weekdays: a Saturday outsells the Wednesday before, whatever the date', () => {
    for (const [saturday, wednesday] of [
      ['2026-04-25', '2026-04-22'],
      ['2026-08-29', '2026-08-26'],
    ] as const)
      expect(weightOn(shape, saturday)).toBeGreaterThan(1.15 * weightOn(shape, wednesday))
  })
  it('leaves growth between the years out', () => {
    const grown = [
      ...madeUpShop('2024-01-01', 366, { noise: 0.1 }),
      ...madeUpShop('2025-01-01', 365, { noise: 0.1, level: 200 }),
    ]
    const flat = shapeOf(grown, 2026, '2024-01-01')
    const half = flat.weights.slice(0, 181).reduce((a, b) => a + b, 0)
    expect(half).toBeGreaterThan(0.47)
    expect(half).toBeLessThan(0.53)
  })
  it('spreads a target over the months to the fen', () => {
    const days = allocate(cents(123_456_789_01), wholeWeights(shape.weights))
    expect(days.reduce((a, b) => a + b, 0)).toBe(123_456_789_01)
  })
})

describe('histories that say little', () => {
  it('a part of a year gives a shape with a warning', () => {
    const shape = shapeOf(past(0.1).slice(0, 120), 2026)
    expect(shape.warnings.map((w) => w.code)).toContain('partYearHistory')
    expect(shape.weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12)
  })
  it('days of more returns than sales count as none, and are told', () => {
    const values = past(0.1).map((v, t) => (t === 40 ? -500 : v))
    expect(shapeOf(values, 2026).warnings).toContainEqual({ code: 'negativeDaysCut', detail: '1' })
  })
  it('a shop closed on Sundays gets next to nothing on Sundays', () => {
    const closed = madeUpShop('2025-01-01', 365, { noise: 0.1, week: [1, 1, 1, 1, 1, 1, 0] })
    expect(weightOn(shapeOf(closed, 2026), '2026-05-17')).toBeLessThan(0.05)
  })
  test.each([
    { name: 'three weeks', values: new Array<number>(21).fill(4) },
    { name: 'a year of zeros', values: new Array<number>(365).fill(0) },
    { name: 'a year of unknowns', values: new Array<null>(365).fill(null) },
  ])('$name is refused', ({ values }) => {
    expect(() => shapeOf(values, 2026)).toThrowError(expect.objectContaining({ code: 'badShape' }))
  })
})

describe('[R13] events of the calendar', () => {
  type Table = { springFestival: Record<string, string>; midAutumn: Record<string, string> }
  const table = reference<Table>('calendar')
  const spans = eventSpans({ from: parseDay('2024-01-01'), to: parseDay('2029-01-01') })
  const mainDays = (id: string): string[] =>
    spans
      .find((s) => s.id === id)
      ?.days.filter((d) => d.offset === 0)
      .map((d) => d.day) ?? []
  it('puts D0 of the lunar festivals on their published days', () => {
    expect(mainDays('rest:springFestival')).toEqual(Object.values(table.springFestival))
    expect(mainDays('rest:midAutumn')).toEqual(expect.arrayContaining(Object.values(table.midAutumn)))
  })
  it('gives each day of an event once, in order', () => {
    for (const { days } of spans) {
      const list = days.map((d) => d.day)
      expect([...new Set(list)].sort()).toEqual(list)
    }
  })
})
