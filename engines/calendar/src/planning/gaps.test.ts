import { addDays, type BusinessDay, daysBetween, parseDay } from '@zhanggui/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ForecastDay, findGaps, forecastDips, GAP_DAYS_MIN, occasionsBetween, proposeEvents } from '../index.ts'

const day = parseDay
const year = (y: number) => ({ from: day(`${y}-01-01`), to: day(`${y + 1}-01-01`) })
const span = (id: string, from: string, to: string) => ({ id, from: day(from), to: day(to) })

describe('[P3.14] gaps', () => {
  test('a planted gap is found between its neighbours, to the day', () => {
    const busy = [span('a', '2026-03-01', '2026-03-10'), span('b', '2026-04-15', '2026-04-20')]
    expect(findGaps({ from: day('2026-03-01'), to: day('2026-04-20') }, busy)).toEqual([
      { from: '2026-03-10', to: '2026-04-15', days: 36, before: 'a', after: 'b' },
    ])
  })
  test.each([
    ['exactly as long as the limit counts', '2026-03-31', 1],
    ['a day shorter does not', '2026-03-30', 0],
  ])('a stretch %s', (_rule, to, found) => {
    const busy = [span('a', '2026-03-01', '2026-03-10'), span('b', to, '2026-04-20')]
    expect(findGaps({ from: day('2026-03-01'), to: day('2026-04-20') }, busy)).toHaveLength(found)
  })
  test('events that overlap or lie within each other leave no gap between them', () => {
    const busy = [span('a', '2026-01-01', '2026-12-31'), span('b', '2026-03-01', '2026-03-05')]
    expect(findGaps(year(2026), busy)).toEqual([])
  })
  test('an empty year is one gap', () => expect(findGaps(year(2026), [])).toHaveLength(1))
})

describe('[P3.14] forecast dips', () => {
  const flat = (days: number): ForecastDay[] =>
    Array.from({ length: days }, (_, i) => ({ day: addDays(day('2026-01-01'), i), value: 1000 + (i % 7) * 40 }))
  const sag = (from: string, to: string, factor: number): ForecastDay[] =>
    flat(365).map((d) => (d.day >= from && d.day < to ? { ...d, value: d.value * factor } : d))

  test('a planted dip is found with its depth', () => {
    const [dip, ...rest] = forecastDips(sag('2026-04-01', '2026-04-15', 0.7))
    expect(rest).toEqual([])
    expect(dip && Math.abs(daysBetween(dip.from, day('2026-04-01')))).toBeLessThanOrEqual(2)
    expect(dip && Math.abs(daysBetween(dip.to, day('2026-04-15')))).toBeLessThanOrEqual(2)
    expect(dip?.depth).toBeCloseTo(0.3, 1)
  })
  test('weekdays, a small sag and a sales peak are none', () => {
    expect(forecastDips(flat(365))).toEqual([])
    expect(forecastDips(sag('2026-04-01', '2026-04-15', 0.9))).toEqual([])
    expect(forecastDips(sag('2026-04-01', '2026-04-04', 5))).toEqual([])
  })
  test('a hole in the forecast is named, not bridged', () => {
    expect(() => forecastDips(flat(20).filter((_, i) => i !== 7))).toThrow('2026-01-08')
  })
})

describe('[P3.14] proposals', () => {
  test('a planted gap gets a category day for what sells best then, on a weekend, clear of its neighbours', () => {
    const busy = [span('a', '2026-03-20', '2026-03-28'), span('b', '2026-04-25', '2026-04-28')]
    const range = { from: day('2026-03-20'), to: day('2026-04-28') }
    const seasonality = [
      { id: '1', name: '零食', category: '食品', indexByMonth: Array.from({ length: 12 }, () => 1) },
      {
        id: '2',
        name: '户外',
        category: '户外',
        indexByMonth: Array.from({ length: 12 }, (_, i) => (i === 3 ? 1.6 : 0.9)),
      },
    ]
    const proposals = proposeEvents({ gaps: findGaps(range, busy), busy, seasonality })
    expect(proposals).toEqual([
      expect.objectContaining({
        reason: 'gap',
        kind: 'categoryDay',
        category: '户外',
        nameZh: '户外品类日',
        from: '2026-04-10',
        to: '2026-04-13',
      }),
    ])
  })
  test('a day that shoppers know names the event', () => {
    const busy = [span('a', '2026-04-20', '2026-04-25'), span('b', '2026-05-27', '2026-06-20')]
    const range = { from: day('2026-04-25'), to: day('2026-05-27') }
    const [first] = proposeEvents({ gaps: findGaps(range, busy), busy, themes: [] })
    expect(first?.nameZh).toBe('母亲节主题活动')
  })
  test('a dip gets an event unless one lies in it already', () => {
    const dips = [{ from: day('2026-04-01'), to: day('2026-04-15'), days: 14, depth: 0.3 }]
    expect(proposeEvents({ gaps: [], dips, busy: [] })).toEqual([
      expect.objectContaining({ reason: 'dip', hole: dips[0] }),
    ])
    expect(proposeEvents({ gaps: [], dips, busy: [span('a', '2026-04-05', '2026-04-07')] })).toEqual([])
  })
  test('after taking every proposal no gap is left, and none overlaps anything: platform years 2015–2035', () => {
    for (let y = 2015; y <= 2035; y++) {
      const { from, to } = year(y)
      const busy = occasionsBetween(from, to)
      const proposals = proposeEvents({ gaps: findGaps({ from, to }, busy), busy })
      expect(findGaps({ from, to }, [...busy, ...proposals])).toEqual([])
      for (const p of proposals) {
        expect(busy.some((b) => b.from < p.to && p.from < b.to)).toBe(false)
        expect(p.from <= p.mainDay && p.mainDay < p.to).toBe(true)
      }
    }
  })
  test('the same holds for any calendar', () => {
    const arbitrarySpans = fc.array(
      fc.record({ start: fc.integer({ min: 0, max: 360 }), length: fc.integer({ min: 1, max: 40 }) }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(arbitrarySpans, (spans) => {
        const range = year(2027)
        const at = (offset: number): BusinessDay => addDays(range.from, offset)
        const busy = spans.map(({ start, length }, i) => ({ id: String(i), from: at(start), to: at(start + length) }))
        const proposals = proposeEvents({ gaps: findGaps(range, busy), busy })
        expect(findGaps(range, [...busy, ...proposals])).toEqual([])
        const taken = [...busy, ...proposals]
        for (const p of proposals) expect(taken.filter((b) => b.from < p.to && p.from < b.to)).toEqual([p])
      }),
      { seed: 20261122, numRuns: 200 },
    )
    expect(GAP_DAYS_MIN).toBe(21)
  })
})
