import { createRng, parseDay } from '@zhanggui/kernel'
import { expect, test } from 'vitest'
import { dayMoods } from '../calendar/day-mood.ts'
import { arrivalTime } from './hours.ts'

const QUARTER_MS = 900_000
const [mood] = dayMoods(parseDay('2026-04-15'), parseDay('2026-04-16'))

test('arrivals of the last hour are spread over its first three quarters: none piles up before midnight', () => {
  if (!mood) throw new Error('a day has a mood')
  const rng = createRng('hours')
  const quarters = Array.from({ length: 96 }, () => 0)
  for (let i = 0; i < 100_000; i++) {
    const quarter = Math.floor(arrivalTime(mood, rng) / QUARTER_MS)
    quarters[quarter] = (quarters[quarter] ?? 0) + 1
  }
  expect(quarters[95]).toBe(0)
  // 38 of 958 shares of a day in three quarters of an hour: some 1,300 of 100,000 each.
  for (const quarter of [92, 93, 94]) expect(Math.abs((quarters[quarter] ?? 0) - 1322)).toBeLessThan(150)
})
