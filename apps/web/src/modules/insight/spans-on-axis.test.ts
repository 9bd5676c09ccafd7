import { expect, test } from 'vitest'
import { spansOnAxis } from './spans-on-axis.ts'

const occasions = ['2026-11-10', '2026-11-11', '2026-11-12'].map((day) => ({ day, occasion: 'double11' }))

test.each([
  ['days', 'day', ['2026-11-11', '2026-11-12', '2026-11-13'], '2026-11-11', '2026-11-12'],
  ['weeks', 'week', ['2026-11-02', '2026-11-09', '2026-11-16'], '2026-11-09', '2026-11-09'],
  ['months', 'month', ['2026-10', '2026-11', '2026-12'], '2026-11', '2026-11'],
  [
    'hours to the end of the day',
    'hour',
    ['2026-11-12T00', '2026-11-12T23', '2026-11-13T00'],
    '2026-11-12T00',
    '2026-11-12T23',
  ],
] as const)('campaign days cover the part of the axis that they fall on: %s', (_name, grain, keys, from, to) => {
  expect(spansOnAxis(occasions, keys, grain)).toEqual([{ name: 'double11', from, to }])
})

test('a campaign outside the axis leaves no mark', () => {
  expect(spansOnAxis(occasions, ['2026-12-01', '2026-12-02'], 'day')).toEqual([])
})
