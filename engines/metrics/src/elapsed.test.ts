import { parseDay } from '@zhanggui/kernel'
import { expect, test } from 'vitest'
import { type Comparison, compareRange } from './compare-range.ts'
import { elapsedPart } from './elapsed.ts'
import type { TimeGrain } from './time-grain.ts'

const days = (text: string) => {
  const [from = '', to = ''] = text.split(' ')
  return { from: parseDay(from), to: parseDay(to) }
}

function elapsed(comparison: Comparison, grain: TimeGrain | null, asked: string, lastDay: string, clock?: string) {
  const range = days(asked)
  const compared = compareRange(comparison, range, grain)
  if (!compared.ok) throw new Error('the table compares what can be compared')
  const running = clock === undefined ? null : { day: parseDay(lastDay), clock }
  const part = elapsedPart(
    { comparison, grain, range, compared: compared.value },
    { lastDay: parseDay(lastDay), running },
  )
  const text = ({ range, until }: { range: { from: string; to: string }; until: string | null }) =>
    `${range.from} ${range.to}${until ? ` ${until}` : ''}`
  return part && { whole: text(part.compared), period: part.period && text(part.period) }
}

const [NOVEMBER, YEAR] = ['2026-11-01 2026-12-01', '2026-01-01 2027-01-01']

test.each<[string, Comparison, TimeGrain | null, string, string, string, string | null]>([
  ['a month so far, beside the month before', 'previous', null, NOVEMBER, '2026-11-22', '2026-10-01 2026-10-23', null],
  ['a month so far, a year on', 'yoy', null, NOVEMBER, '2026-11-22', '2025-11-01 2025-11-23', null],
  [
    'a leap day has no date a year before',
    'yoy',
    null,
    '2024-02-01 2024-03-01',
    '2024-02-28',
    '2023-02-01 2023-02-28',
    null,
  ],
  ['the first day of a month', 'previous', null, NOVEMBER, '2026-11-01', '2026-10-01 2026-10-02', null],
  [
    'a longer month than the one before',
    'previous',
    null,
    '2026-03-01 2026-04-01',
    '2026-03-30',
    '2026-02-01 2026-03-01',
    null,
  ],
  ['months, the last begun', 'yoy', 'month', YEAR, '2026-11-22', '2025-01-01 2025-11-23', '2025-11-01 2025-11-23'],
  [
    'months beside the year before by place',
    'previous',
    'month',
    YEAR,
    '2026-11-22',
    '2025-01-01 2025-11-23',
    '2025-11-01 2025-11-23',
  ],
  [
    'weeks meet weeks',
    'yoy',
    'week',
    '2026-11-02 2026-11-30',
    '2026-11-18',
    '2025-11-03 2025-11-20',
    '2025-11-17 2025-11-20',
  ],
])('%s (%s by %s): %s, data to %s', (_what, comparison, grain, range, lastDay, whole, period) => {
  expect(elapsed(comparison, grain, range, lastDay)).toEqual({ whole, period })
})

test.each<[string, string, string]>([
  ['a range that is over', NOVEMBER, '2026-11-30'],
  ['a range that has not begun', NOVEMBER, '2026-10-31'],
])('%s is compared whole', (_what, range, lastDay) => {
  expect(elapsed('previous', null, range, lastDay)).toBeNull()
})

test('today counts up to its latest fact, on both sides', () => {
  const week = '2026-11-16 2026-11-23'
  expect(elapsed('previous', 'day', week, '2026-11-22', '14:05:00')).toEqual({
    whole: '2026-11-09 2026-11-16 14:05:00',
    period: '2026-11-15 2026-11-16 14:05:00',
  })
})

test('in a stretch of four weeks and more the rest of today does not show', () => {
  expect(elapsed('previous', null, '2026-10-24 2026-11-23', '2026-11-22', '14:05:00')).toEqual({
    whole: '2026-09-24 2026-10-24',
    period: null,
  })
  expect(elapsed('yoy', 'month', YEAR, '2026-11-22', '14:05:00')).toEqual({
    whole: '2025-01-01 2025-11-23',
    period: '2025-11-01 2025-11-23 14:05:00',
  })
})
