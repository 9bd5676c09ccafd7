import { parseDay } from '@zhanggui/kernel'
import { expect, test } from 'vitest'
import { wholePeriods } from './whole-periods.ts'

const range = (from: string, to: string) => ({ from: parseDay(from), to: parseDay(to) })

test.each([
  ['day', '2026-11-05', '2026-11-08', '2026-11-05', '2026-11-08'],
  ['week', '2026-11-02', '2026-11-16', '2026-11-02', '2026-11-16'],
  ['week', '2026-11-03', '2026-11-18', '2026-11-09', '2026-11-16'],
  ['month', '2026-01-01', '2026-11-22', '2026-01-01', '2026-11-01'],
  ['month', '2026-01-02', '2026-03-01', '2026-02-01', '2026-03-01'],
] as const)('whole %ss between %s and %s run from %s to %s', (grain, from, to, first, end) => {
  expect(wholePeriods(grain, range(from, to))).toEqual({ from: first, to: end })
})

test.each([
  ['week', '2026-11-03', '2026-11-15'],
  ['month', '2026-11-02', '2026-12-31'],
] as const)('there is no whole %s between %s and %s', (grain, from, to) => {
  expect(wholePeriods(grain, range(from, to))).toBeNull()
})
