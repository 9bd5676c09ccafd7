import { describe, expect, test } from 'vitest'
import { parseDay } from './business-day.ts'
import { isPeriod, parsePeriod, periodDays, periodGrain, periodHolds, periodOf, periodsWithin } from './period.ts'

describe('a period', () => {
  test.each([
    ['2027', 'year', '2027-01-01', '2028-01-01'],
    ['2027-Q1', 'quarter', '2027-01-01', '2027-04-01'],
    ['2027-Q4', 'quarter', '2027-10-01', '2028-01-01'],
    ['2028-02', 'month', '2028-02-01', '2028-03-01'],
    ['2027-12', 'month', '2027-12-01', '2028-01-01'],
    ['2028-02-29', 'day', '2028-02-29', '2028-03-01'],
  ])('%s is a %s from %s to %s', (text, grain, from, to) => {
    const period = parsePeriod(text)
    expect(periodGrain(period)).toBe(grain)
    expect(periodDays(period)).toEqual({ from, to })
  })

  test.each(['', '27', '2027-Q5', '2027-13', '2027-00', '2027-02-29', '2027-6', '2027-W05'])('%s is none', (text) => {
    expect(isPeriod(text)).toBe(false)
    expect(() => parsePeriod(text)).toThrow(/a period is/)
  })

  test.each([
    ['year', '2027'],
    ['quarter', '2027-Q2'],
    ['month', '2027-06'],
    ['day', '2027-06-18'],
  ] as const)('the %s of 18 June 2027 is %s', (grain, label) => {
    expect(periodOf(grain, parseDay('2027-06-18'))).toBe(label)
  })

  test('a year is four quarters, twelve months, 365 days', () => {
    const year = parsePeriod('2027')
    expect(periodsWithin(year, 'quarter')).toEqual(['2027-Q1', '2027-Q2', '2027-Q3', '2027-Q4'])
    expect(periodsWithin(year, 'month')).toHaveLength(12)
    expect(periodsWithin(year, 'day')).toHaveLength(365)
  })

  test('a month is not made of quarters', () => {
    expect(() => periodsWithin(parsePeriod('2027-06'), 'quarter')).toThrow(/whole periods/)
  })

  test('618 lies in the second quarter, not in the third', () => {
    expect(periodHolds(parsePeriod('2027-Q2'), parsePeriod('2027-06-18'))).toBe(true)
    expect(periodHolds(parsePeriod('2027-Q3'), parsePeriod('2027-06-18'))).toBe(false)
  })
})
