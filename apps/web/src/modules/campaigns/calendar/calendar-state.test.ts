import { expect, test } from 'vitest'
import { readState, shiftMonth } from './calendar-state.ts'

const read = (search: string, today = '2026-11-22') => {
  const params = new URLSearchParams(search)
  return readState((name) => params.get(name), today)
}

test('nothing said is this year, from above', () => {
  expect(read('')).toEqual({ view: 'year', year: 2026, month: 11, day: null, plan: null, zoom: 2, expanded: [] })
})

test.each([
  ['a chosen day brings its year and month', 'day=2027-06-18', { year: 2027, month: 6, day: '2027-06-18' }],
  ['a day of another year is no choice in this one', 'year=2026&day=2027-06-18', { year: 2026, day: null }],
  ['a day that does not exist', 'day=2027-02-30', { year: 2026, day: null }],
  ['a year out of reach', 'year=1600', { year: 2026 }],
  ['a month that is none', 'month=13', { month: 1 }],
  ['an unknown view', 'view=week', { view: 'year' }],
  ['an unknown zoom', 'zoom=7', { zoom: 2 }],
  ['opened rows', 'rows=a,b', { expanded: ['a', 'b'] }],
])('%s', (_rule, search, expected) => expect(read(search)).toMatchObject(expected))

test.each([
  ['forward over the year', { year: 2026, month: 12 }, 1, { year: 2027, month: 1 }],
  ['back over the year', { year: 2027, month: 1 }, -1, { year: 2026, month: 12 }],
] as const)('%s', (_rule, from, by, to) => expect(shiftMonth(from, by)).toEqual(to))
