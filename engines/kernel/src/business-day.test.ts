import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, businessDayOf, daysBetween, isBusinessDay, parseDay } from './index.ts'

describe('business days', () => {
  it.each([
    ['2026-11-10T15:59:59.999Z', 'Asia/Shanghai', '2026-11-10'],
    ['2026-11-10T16:00:00.000Z', 'Asia/Shanghai', '2026-11-11'],
    ['2011-03-27T00:30:00.000Z', 'Europe/London', '2011-03-27'],
    ['2011-10-29T23:30:00.000Z', 'Europe/London', '2011-10-30'],
    ['1999-12-31T16:00:00.000Z', 'Asia/Shanghai', '2000-01-01'],
  ])('%s is %s %s', (instant, zone, day) => {
    expect(businessDayOf(new Date(instant), zone)).toBe(day)
  })

  it('only existing days written YYYY-MM-DD are days', () => {
    expect(
      ['2024-02-29', '2025-02-29', '2025-02-30', '2025-13-01', '2025-1-1', '20250101', ''].map(isBusinessDay),
    ).toEqual([true, ...Array(6).fill(false)])
    expect(() => parseDay('2025-02-29')).toThrow(/existing/)
  })

  it('adding days and counting them are inverse', () => {
    const days = fc.integer({ min: -20_000, max: 20_000 })
    fc.assert(
      fc.property(days, days, (offset, step) => {
        const start = addDays(parseDay('2026-01-01'), offset)
        expect(daysBetween(start, addDays(start, step))).toBe(step)
      }),
      { seed: 6 },
    )
  })
})
