import { addDays, daysBetween, parseDay } from '@zhanggui/kernel'
import { describe, expect, test } from 'vitest'
import {
  addMonths,
  campaignAlignedRange,
  campaignDay,
  campaignDayLabel,
  campaignDaysBetween,
  dayOfLunar,
  isPromoDay,
  lastHolidayYear,
  lastYearRange,
  lunarAlignedRange,
  lunarDateOf,
  lunarYearBefore,
  occasionsBetween,
  previousRange,
  promoDaysBetween,
  springFestival,
  statutoryDay,
} from './index.ts'

const day = parseDay
const range = (from: string, to: string) => ({ from: day(from), to: day(to) })

// Source: Hong Kong Observatory, Gregorian–lunar conversion tables 2015–2035.
const NEW_YEAR_DAYS =
  '2015-02-19 2016-02-08 2017-01-28 2018-02-16 2019-02-05 2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-03 2031-01-23 2032-02-11 2033-01-31 2034-02-19 2035-02-08'.split(
    ' ',
  )

describe('lunar calendar', () => {
  test.each(NEW_YEAR_DAYS)('Spring Festival falls on %s', (text) => {
    expect(springFestival(Number(text.slice(0, 4)))).toBe(text)
  })
  test('a lunar date and its Gregorian day convert back and forth, leap months included', () => {
    for (let d = day('2022-12-01'); d < '2026-03-01'; d = addDays(d, 1)) expect(dayOfLunar(lunarDateOf(d))).toBe(d)
  })
  test.each([
    ['2025-10-06', 8, 15],
    ['2026-09-25', 8, 15],
    ['2027-09-15', 8, 15],
    ['2026-08-19', 7, 7],
  ])('%s is lunar %i-%i', (text, month, lunarDay) => {
    expect(lunarDateOf(day(text))).toMatchObject({ month, day: lunarDay })
  })
  test('a day before Spring Festival keeps its distance a lunar year back', () => {
    expect(lunarYearBefore(day('2026-02-10'))).toBe('2025-01-22')
    expect(lunarYearBefore(day('2026-09-25'))).toBe('2025-10-06')
  })
})

describe('statutory days', () => {
  test.each([
    ['2026-02-17', 'holiday', '春节'],
    ['2026-02-14', 'makeUpWorkday', '春节'],
    ['2025-01-26', 'makeUpWorkday', '春节'],
    ['2026-10-10', 'makeUpWorkday', '国庆节'],
    ['2026-11-21', 'weekend', null],
    ['2026-11-20', 'workday', null],
  ])('%s is a %s', (text, kind, nameZh) => {
    expect(statutoryDay(day(text))).toMatchObject({ kind, nameZh, known: true })
  })
  test('a year without the State Council notice is said to be unknown', () => {
    const unknown = lastHolidayYear() + 1
    expect(statutoryDay(day(`${unknown}-10-01`)).known).toBe(false)
  })
})

describe('platform occasions', () => {
  test.each([
    ['2026-11-11', 'double11', 0, 'burst'],
    ['2026-11-10', 'double11', -1, 'burst'],
    ['2018-11-10', 'double11', -1, 'preheat'],
    ['2018-11-12', 'double11', 1, 'closing'],
    ['2026-06-18', 'june618', 0, 'burst'],
    ['2026-12-12', 'double12', 0, 'burst'],
    ['2026-01-25', 'newYearGoods', 0, 'burst'],
    ['2025-01-06', 'newYearGoods', 0, 'burst'],
    ['2026-03-08', 'women38', 0, 'burst'],
  ])('%s is %s at offset %i, %s', (text, id, offset, phase) => {
    const found = campaignDay(day(text))
    expect([found?.occasion.id, found?.offset, found?.phase]).toEqual([id, offset, phase])
  })
  test('an ordinary day belongs to no campaign', () => expect(campaignDay(day('2026-04-10'))).toBeNull())
  test('promotional days are burst and closing, not pre-heat', () => {
    expect(
      ['2018-11-01', '2018-11-10', '2018-11-11', '2018-11-12', '2018-11-14'].map((d) => isPromoDay(day(d))),
    ).toEqual([false, false, true, true, false])
  })
  test('the promotional days of a range are its single promotional days', () => {
    const [from, to] = [day('2023-12-20'), day('2025-02-01')]
    const single = []
    for (let d = from; d < to; d = addDays(d, 1)) if (isPromoDay(d)) single.push(d)
    expect(promoDaysBetween(from, to)).toEqual(single)
  })
  test("New Year's goods of a year with an early Spring Festival begin in the December before", () => {
    expect(occasionsBetween(day('2022-12-22'), day('2022-12-24')).map((o) => [o.id, o.year])).toEqual([
      ['newYearGoods', 2023],
    ])
  })
  test('the days between two days are the single days put together', () => {
    const all = campaignDaysBetween(day('2025-01-01'), day('2026-01-01'))
    expect(all.every((c) => campaignDay(c.day)?.occasion.id === c.occasion.id)).toBe(true)
    expect(new Set(all.map((c) => c.day)).size).toBe(all.length)
  })
  test('phases follow each other without a hole or an overlap', () => {
    for (const occasion of occasionsBetween(day('2015-06-01'), day('2031-01-01')))
      occasion.phases.forEach((phase, i) => {
        expect(phase.from < phase.to).toBe(true)
        expect(phase.from).toBe(occasion.phases[i - 1]?.to ?? occasion.from)
      })
  })
  test('labels read D-7, D0, D+3', () => expect([-7, 0, 3].map(campaignDayLabel)).toEqual(['D-7', 'D0', 'D+3']))
})

describe('aligned ranges', () => {
  test.each([
    ['whole months step by months', range('2026-03-01', '2026-04-01'), range('2026-02-01', '2026-03-01')],
    ['a whole year steps by a year', range('2024-01-01', '2025-01-01'), range('2023-01-01', '2024-01-01')],
    ['other ranges step by their length', range('2026-03-05', '2026-03-12'), range('2026-02-26', '2026-03-05')],
  ])('previous: %s', (_rule, input, expected) => expect(previousRange(input)).toEqual(expected))
  test('a year back from 29 February is 28 February', () => {
    expect(lastYearRange(range('2024-02-29', '2024-03-01'))).toEqual(range('2023-02-28', '2023-03-01'))
  })
  test.each([
    ['2026-03-31', -1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-01-15', -1, '2025-12-15'],
  ])('%s and %i month is %s', (from, months, expected) => expect(addMonths(day(from), months)).toBe(expected))
  test("by campaign day, New Year's goods move with the lunar year", () => {
    const aligned = campaignAlignedRange(range('2026-01-25', '2026-01-31'))
    expect(aligned).toEqual(range('2025-01-06', '2025-01-12'))
  })
  test('by campaign day, a range without a campaign has no partner', () => {
    expect(campaignAlignedRange(range('2026-04-08', '2026-04-12'))).toBeNull()
  })
  test('by lunar date, every day keeps its distance from Spring Festival', () => {
    for (const year of [2020, 2023, 2024, 2026]) {
      const from = addDays(springFestival(year), -20)
      const aligned = lunarAlignedRange({ from, to: addDays(from, 40) })
      expect(daysBetween(springFestival(year - 1), aligned.from)).toBe(-20)
    }
  })
})
