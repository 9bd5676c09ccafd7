import { expect, test } from 'vitest'
import { monthWeeks } from './month-weeks.ts'

test('weeks begin on Monday and are filled from the neighbouring months', () => {
  const weeks = monthWeeks(2026, 11)
  expect(weeks[0]?.[0]).toBe('2026-10-26')
  expect(weeks.at(-1)?.at(-1)).toBe('2026-12-06')
})

test('every month of twenty years is whole, in weeks of seven', () => {
  for (let year = 2015; year <= 2035; year++)
    for (let month = 1; month <= 12; month++) {
      const weeks = monthWeeks(year, month)
      const own = weeks.flat().filter((day) => Number(day.slice(5, 7)) === month && day.startsWith(String(year)))
      expect(own.length).toBe(new Date(Date.UTC(year, month, 0)).getUTCDate())
      expect(weeks.every((week) => week.length === 7 && week.some((day) => own.includes(day)))).toBe(true)
    }
})
