import { describe, expect, it } from 'vitest'
import { gapCalendar, gapRanges, MISSING_DAYS_LISTED_MAX } from './gap-days.ts'

describe('gapRanges', () => {
  it.each([
    ['no gap', [], []],
    ['one day', ['2020-02-08'], [{ from: '2020-02-08', to: '2020-02-08', days: 1 }]],
    [
      'days in a row join, in any order',
      ['2020-02-09', '2020-02-08'],
      [{ from: '2020-02-08', to: '2020-02-09', days: 2 }],
    ],
    [
      'a leap day joins February and March',
      ['2020-02-29', '2020-03-01'],
      [{ from: '2020-02-29', to: '2020-03-01', days: 2 }],
    ],
    [
      'a day with rows parts two gaps',
      ['2020-02-08', '2020-02-10'],
      [
        { from: '2020-02-08', to: '2020-02-08', days: 1 },
        { from: '2020-02-10', to: '2020-02-10', days: 1 },
      ],
    ],
  ])('%s', (_, days, expected) => expect(gapRanges(days)).toEqual(expected))
})

describe('gapCalendar', () => {
  const february = gapCalendar({ from: '2020-02-02', to: '2020-02-28', missingDays: ['2020-02-08'] })

  it('a month starts under its weekday, Monday first', () => {
    expect(february.map((m) => [m.month, m.leading, m.days.length])).toEqual([['2020-02', 5, 29]])
  })

  it('days outside the range are neither missing nor present', () => {
    const states = Object.fromEntries((february[0]?.days ?? []).map((d) => [d.day, d.state]))
    expect(states['2020-02-01']).toBe('outside')
    expect(states['2020-02-02']).toBe('rows')
    expect(states['2020-02-08']).toBe('missing')
    expect(states['2020-02-29']).toBe('outside')
  })

  it('months follow each other over the turn of the year', () => {
    const months = gapCalendar({ from: '2019-12-31', to: '2020-02-01', missingDays: [] })
    expect(months.map((m) => m.month)).toEqual(['2019-12', '2020-01', '2020-02'])
  })

  it('after a cut list of gaps a day without an entry is unknown, not present', () => {
    const start = Date.parse('2018-01-01T00:00:00Z')
    const missingDays = Array.from({ length: MISSING_DAYS_LISTED_MAX }, (_, i) =>
      new Date(start + i * 86_400_000).toISOString().slice(0, 10),
    )
    const days = gapCalendar({ from: '2018-01-01', to: '2019-12-31', missingDays }).flatMap((m) => m.days)
    expect(days.find((d) => d.day === '2019-12-30')?.state).toBe('unknown')
  })
})
