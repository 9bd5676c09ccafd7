import type { SeasonPeak } from '@zhanggui/contract'
import { expect, test } from 'vitest'
import { markOf, markOfRow, monthsFrom, rowsOf } from './season-months.ts'

const peak = (given: Partial<SeasonPeak>): SeasonPeak => ({
  group: '露营',
  label: '露营',
  from: '2027-05',
  to: '2027-07',
  month: '2027-06',
  index: 2,
  years: { above: 2, seen: 2 },
  growth: null,
  leadDays: 160,
  researchFrom: '2026-11-01',
  decideBy: '2027-02-01',
  status: 'research',
  occasions: [],
  ...given,
})

test('the year ahead begins with the month of today', () => {
  const months = monthsFrom('2026-11-22')
  expect([months.length, months[0], months[2], months.at(-1)]).toEqual([13, '2026-11', '2027-01', '2027-11'])
})

test.each([
  ['before research begins', '2026-10', null],
  ['the first month of research', '2026-11', 'research'],
  ['the last month of research', '2027-01', 'research'],
  ['the month by which it is decided', '2027-02', 'decide'],
  ['goods are on their way', '2027-04', 'prepare'],
  ['the peak', '2027-05', 'peak'],
  ['its last month', '2027-07', 'peak'],
  ['after it', '2027-08', null],
])('%s', (_, month, mark) => {
  expect(markOf(peak({}), month)).toBe(mark)
})

test('a line holds all peaks of its group, and a peak hides the preparation of another', () => {
  const autumn = peak({ from: '2027-11', to: '2027-11', researchFrom: '2027-05-01', decideBy: '2027-08-01' })
  const [row, ...others] = rowsOf([peak({}), autumn])
  expect(others).toEqual([])
  expect(row && [markOfRow(row, '2027-05').mark, markOfRow(row, '2027-08').mark]).toEqual(['peak', 'decide'])
})
