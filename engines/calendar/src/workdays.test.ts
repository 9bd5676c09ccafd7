import { parseDay } from '@zhanggui/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  countWorkdays,
  holidayOverrides,
  isWorkday,
  nthWeekday,
  weekdayOf,
  workdayOnOrAfter,
  workdayOnOrBefore,
  workdaysAfter,
  workdaysBefore,
} from './index.ts'

const day = parseDay
const anyDay = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((d) => day(d.toISOString().slice(0, 10)))

describe('worked days', () => {
  test.each([
    ['the last one before the October holiday', workdaysBefore(day('2026-10-08'), 1), '2026-09-30'],
    ['a holiday moves back to it', workdayOnOrBefore(day('2026-10-05')), '2026-09-30'],
    ['and forward over the week', workdayOnOrAfter(day('2026-10-01')), '2026-10-08'],
    ['a weekend worked in lieu counts', workdaysAfter(day('2026-10-09'), 1), '2026-10-10'],
    ['a weekend moves back to Friday', workdayOnOrBefore(day('2026-11-22')), '2026-11-20'],
  ])('%s', (_rule, found, expected) => expect(found).toBe(expected))

  test('an own day off is respected', () => {
    const overrides = holidayOverrides([{ day: day('2026-11-20'), kind: 'holiday', nameZh: '团建' }])
    expect(workdayOnOrBefore(day('2026-11-22'), overrides)).toBe('2026-11-19')
  })

  test('n worked days back and n forward from a worked day lead home, over twenty years', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (start, n) => {
        const from = workdayOnOrAfter(start)
        const back = workdaysBefore(from, n)
        expect(workdaysAfter(back, n)).toBe(from)
        expect(isWorkday(back)).toBe(true)
        expect(countWorkdays(back, from)).toBe(n)
      }),
      { seed: 20261122, numRuns: 200 },
    )
  })
})

describe('floating days', () => {
  test.each([
    ['the second Sunday of May', { year: 2026, month: 5, weekday: 7, nth: 2 } as const, '2026-05-10'],
    ['the last Monday of May', { year: 2026, month: 5, weekday: 1, nth: -1 } as const, '2026-05-25'],
    ['the fourth Thursday of November', { year: 2027, month: 11, weekday: 4, nth: 4 } as const, '2027-11-25'],
  ])('%s', (_name, asked, expected) => expect(nthWeekday(asked)).toBe(expected))
  test('a fifth Sunday that a month lacks is no day', () => {
    expect(() => nthWeekday({ year: 2026, month: 2, weekday: 7, nth: 5 })).toThrow('2026-2')
  })
  test('weekdays count from Monday', () => expect(weekdayOf(day('2026-11-22'))).toBe(7))
})
