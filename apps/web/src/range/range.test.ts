import { expect, test } from 'vitest'
import { isDay, monthsBefore } from './day-arithmetic.ts'
import { fittingGrain, presetRange, readCompare, readRange, sharedSearch } from './range.ts'

const data = { from: '2009-12-01', to: '2011-12-10' }

test.each([
  ['last7', '2011-12-03'],
  ['last30', '2011-11-10'],
  ['last365', '2010-12-10'],
  ['month', '2011-12-01'],
  ['year', '2011-01-01'],
  ['all', '2009-12-01'],
] as const)('a preset ends with the last day of data, not with today: %s', (preset, from) => {
  expect(presetRange(preset, data)).toEqual({ from, to: '2011-12-10' })
})

test.each([
  ['nothing said', '', { kind: 'preset', preset: 'last30' }],
  ['an unknown preset', 'range=lastCentury', { kind: 'preset', preset: 'last30' }],
  ['a day that does not exist', 'from=2026-02-30&to=2026-03-02', { kind: 'preset', preset: 'last30' }],
  ['an empty range', 'from=2026-03-02&to=2026-03-02', { kind: 'preset', preset: 'last30' }],
  [
    'fixed days win over a preset',
    'from=2026-03-01&to=2026-03-02&range=last7',
    { kind: 'days', days: { from: '2026-03-01', to: '2026-03-02' } },
  ],
])('a range in the URL: %s', (_name, search, choice) => {
  expect(readRange(new URLSearchParams(search))).toEqual(choice)
})

test('navigation carries range and comparison along, and nothing else', () => {
  expect(sharedSearch(new URLSearchParams('range=last7&compare=yoy&metric=uv'))).toBe('?range=last7&compare=yoy')
  expect(sharedSearch(new URLSearchParams('metric=uv'))).toBe('')
})

test('the comparison is with the period before unless the URL says otherwise', () => {
  expect(readCompare(new URLSearchParams())).toBe('previous')
  expect(readCompare(new URLSearchParams('compare=lunar'))).toBe('lunar')
  expect(readCompare(new URLSearchParams('compare=never'))).toBe('previous')
})

test.each([
  ['2026-11-11', '2026-11-12', 'hour'],
  ['2026-11-01', '2026-12-01', 'day'],
  ['2026-01-01', '2027-01-01', 'week'],
  ['2024-11-01', '2026-11-01', 'month'],
] as const)('the grain fits the range: %s to %s by %s', (from, to, grain) => {
  expect(fittingGrain({ from, to }, true)).toBe(grain)
})

test('what exists by the day only is never asked by the hour', () => {
  expect(fittingGrain({ from: '2026-11-11', to: '2026-11-12' }, false)).toBe('day')
})

test('the 31st of a longer month becomes the last day of a shorter one', () => {
  expect(monthsBefore('2026-03-31', 1)).toBe('2026-02-28')
  expect(isDay('2026-02-29')).toBe(false)
})
