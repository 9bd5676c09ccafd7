import { addDays, daysBetween, parseDay } from '@zhanggui/kernel'
import { describe, expect, test } from 'vitest'
import { type Comparison, compareRange, pairPeriods } from './compare-range.ts'
import { periodLabel, periodsBetween } from './period.ts'
import type { TimeGrain } from './time-grain.ts'

const range = (from: string, to: string) => ({ from: parseDay(from), to: parseDay(to) })
const labels = (grain: TimeGrain, from: string, to: string): string[] =>
  periodsBetween(grain, range(from, to)).map((p) => p.label)

describe('periods', () => {
  test.each<[TimeGrain, string, string, string[]]>([
    ['day', '2024-02-28', '2024-03-01', ['2024-02-28', '2024-02-29']],
    ['week', '2026-11-04', '2026-11-17', ['2026-11-02', '2026-11-09', '2026-11-16']],
    ['month', '2025-12-15', '2026-02-01', ['2025-12', '2026-01']],
    ['quarter', '2025-11-01', '2026-04-02', ['2025-Q4', '2026-Q1', '2026-Q2']],
    ['year', '2024-06-01', '2026-01-01', ['2024', '2025']],
    ['campaignDay', '2018-11-10', '2018-11-14', ['D-1', 'D0', 'D+1', 'D+2']],
  ])('%s from %s until before %s', (grain, from, to, expected) => expect(labels(grain, from, to)).toEqual(expected))

  test('a day has 24 hours and 1440 minutes', () => {
    expect(labels('hour', '2026-11-11', '2026-11-12')).toHaveLength(24)
    expect(labels('minute', '2026-11-11', '2026-11-12').at(-1)).toBe('2026-11-11T23:59')
  })

  test.each<[TimeGrain, string | number, string]>([
    ['hour', 0, '1970-01-01T00'],
    ['minute', 61, '1970-01-01T01:01'],
    ['quarter', '2026-10-01', '2026-Q4'],
    ['campaignDay', 3, 'D+3'],
  ])('%s %s in SQL is %s in answers', (grain, value, label) => expect(periodLabel(grain, value)).toBe(label))

  test('calendar periods cover a range without hole or overlap', () => {
    for (const grain of ['day', 'week', 'month', 'quarter', 'year'] as const) {
      const periods = periodsBetween(grain, range('2023-11-15', '2026-03-10'))
      for (const [i, period] of periods.entries()) expect(periods[i + 1]?.from ?? period.to).toBe(period.to)
    }
  })
})

const paired = (comparison: Comparison, grain: TimeGrain, from: string, to: string): [string, string | null][] => {
  const now = range(from, to)
  const then = compareRange(comparison, now, grain)
  if (!then.ok) throw new Error(then.error.messageEn)
  const pair = pairPeriods({ comparison, grain, range: now, compared: then.value })
  return periodsBetween(grain, then.value).map((p) => [p.label, pair(p.label)])
}

describe('a period compared', () => {
  test('year on year, a day meets its date, and 29 February meets nothing', () => {
    expect(paired('yoy', 'day', '2024-02-28', '2024-03-02')).toEqual([
      ['2023-02-28', '2024-02-28'],
      ['2023-03-01', '2024-03-01'],
    ])
  })
  test('year on year, a month meets its month and a week the week 52 weeks before', () => {
    expect(paired('yoy', 'month', '2026-01-01', '2026-03-01')).toEqual([
      ['2025-01', '2026-01'],
      ['2025-02', '2026-02'],
    ])
    expect(paired('yoy', 'week', '2026-11-02', '2026-11-16')).toEqual([
      ['2025-11-03', '2026-11-02'],
      ['2025-11-10', '2026-11-09'],
    ])
  })
  test('with the period before, positions meet', () => {
    expect(paired('previous', 'day', '2026-03-01', '2026-04-01').slice(0, 1)).toEqual([['2026-02-01', '2026-03-01']])
    expect(paired('previous', 'day', '2026-03-01', '2026-04-01')).toHaveLength(28)
  })
  test("by campaign day, New Year's goods meet their day of last year", () => {
    expect(paired('campaignDay', 'day', '2026-01-25', '2026-01-27')).toEqual([
      ['2025-01-06', '2026-01-25'],
      ['2025-01-07', '2026-01-26'],
    ])
  })
  test('by lunar date, New Year meets New Year', () => {
    const pairs = paired('lunar', 'day', '2026-02-10', '2026-02-25')
    expect(pairs.find(([then]) => then === '2025-01-29')).toEqual(['2025-01-29', '2026-02-17'])
    expect(
      pairs.every(
        ([then, now]) => now === addDays(parseDay(then), daysBetween(parseDay('2025-01-29'), parseDay('2026-02-17'))),
      ),
    ).toBe(true)
  })
  test('a range without campaign days says so in both languages', () => {
    const result = compareRange('campaignDay', range('2026-04-08', '2026-04-10'), 'day')
    expect(result).toMatchObject({ ok: false, error: { code: 'no_campaign_to_align' } })
  })
})
