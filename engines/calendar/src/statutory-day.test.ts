import { addDays, parseDay } from '@zhanggui/kernel'
import { describe, expect, test } from 'vitest'
import {
  type HolidayOverride,
  hasHolidayNotice,
  holidayDataEnds,
  holidayOverrides,
  lastHolidayYear,
  statutoryDay,
  statutoryFestivals,
} from './index.ts'

const day = parseDay
const stated = (text: string, kind: HolidayOverride['kind'], nameZh = '调整'): HolidayOverride => ({
  day: day(text),
  kind,
  nameZh,
})
const unknown = lastHolidayYear() + 1
const wholeYear = (year: number) => ({ from: day(`${year}-01-01`), to: day(`${year + 1}-01-01`) })

describe('holidays of years with a notice', () => {
  // Source: R13; agreed by three libraries.
  test.each(['2025-01-26', '2026-02-14', '2026-10-10'])('%s is worked in lieu', (text) => {
    expect(statutoryDay(day(text))).toMatchObject({ kind: 'makeUpWorkday', known: true, basis: 'notice' })
  })
  test('every festival of the law is a holiday in every year that has a notice', () => {
    for (let year = 2015; hasHolidayNotice(year); year++)
      for (const { from } of statutoryFestivals(year))
        expect([from, statutoryDay(from).kind]).toEqual([from, 'holiday'])
  })
})

describe('a year without a notice', () => {
  test('only the days that the law names are holidays, and each day says that it is not known', () => {
    expect(statutoryDay(day(`${unknown}-10-01`))).toEqual({
      kind: 'holiday',
      nameZh: '国庆节',
      known: false,
      basis: 'law',
    })
    expect(statutoryDay(day('2027-10-06'))).toEqual({ kind: 'workday', nameZh: null, known: false, basis: 'weekday' })
  })
  test('no weekend is ever guessed to be worked in lieu', () => {
    for (let d = day('2027-01-01'); d < '2028-01-01'; d = addDays(d, 1)) {
      const { kind, known } = statutoryDay(d)
      expect(known).toBe(hasHolidayNotice(2027))
      if (!known) expect(kind).not.toBe('makeUpWorkday')
    }
  })
  test('[P3.12] a plan that reaches into it is warned, with the first day that nobody has stated', () => {
    const warned = holidayDataEnds({ from: day(`${unknown - 1}-12-01`), to: day(`${unknown}-02-01`) })
    expect(warned).toEqual([
      { code: 'holidayDataEnds', year: unknown, fromDay: `${unknown}-01-01`, toDay: `${unknown}-02-01` },
    ])
    expect(holidayDataEnds(wholeYear(unknown - 1))).toEqual([])
  })
})

describe('the shop’s own table', () => {
  test('wins over the library, both ways', () => {
    const overrides = holidayOverrides([stated('2026-10-10', 'holiday'), stated('2026-10-01', 'workday')])
    expect(statutoryDay(day('2026-10-10'), overrides)).toMatchObject({ kind: 'holiday', basis: 'override' })
    expect(statutoryDay(day('2026-10-01'), overrides)).toMatchObject({ kind: 'workday', basis: 'override' })
  })
  test('with every festival of the law stated, the year is known and the warning goes', () => {
    const festivals = statutoryFestivals(unknown).map(({ from, nameZh }) => stated(from, 'holiday', nameZh))
    expect(holidayDataEnds(wholeYear(unknown), holidayOverrides(festivals))).toEqual([])
    expect(holidayDataEnds(wholeYear(unknown), holidayOverrides(festivals.slice(1)))).toHaveLength(1)
  })
  test('states a day once', () => {
    expect(() => holidayOverrides([stated('2027-10-05', 'holiday'), stated('2027-10-05', 'workday')])).toThrow('one')
  })
})
