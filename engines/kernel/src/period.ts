import { assert } from './assert.ts'
import type { Brand } from './brand.ts'
import { addDays, type BusinessDay, isBusinessDay, parseDay } from './business-day.ts'

/** A span that plans speak of: `2027`, `2027-Q2`, `2027-06` or `2027-06-18`. The same labels as in query answers. */
export type Period = Brand<string, 'Period'>

export const PERIOD_GRAINS = ['year', 'quarter', 'month', 'day'] as const
export type PeriodGrain = (typeof PERIOD_GRAINS)[number]

const YEAR = /^\d{4}$/
const QUARTER = /^\d{4}-Q[1-4]$/
const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/

/** True for an existing period in one of the four forms; `2027-13` and `2027-02-30` are none. */
export const isPeriod = (text: string): text is Period =>
  YEAR.test(text) || QUARTER.test(text) || MONTH.test(text) || isBusinessDay(text)

/** Errors: throws on anything that is not an existing period. */
export function parsePeriod(text: string): Period {
  assert(isPeriod(text), `a period is YYYY, YYYY-Qn, YYYY-MM or YYYY-MM-DD, got "${text}"`)
  return text
}

export function periodGrain(period: Period): PeriodGrain {
  if (YEAR.test(period)) return 'year'
  if (QUARTER.test(period)) return 'quarter'
  return MONTH.test(period) ? 'month' : 'day'
}

const two = (n: number): string => String(n).padStart(2, '0')
const firstOfMonth = (year: number, month: number): BusinessDay =>
  parseDay(
    month > 12 ? `${String(year + 1).padStart(4, '0')}-01-01` : `${String(year).padStart(4, '0')}-${two(month)}-01`,
  )

/** The days of a period, half-open. @example periodDays(parsePeriod('2027-Q2')) // { from: '2027-04-01', to: '2027-07-01' } */
export function periodDays(period: Period): { from: BusinessDay; to: BusinessDay } {
  const year = Number(period.slice(0, 4))
  switch (periodGrain(period)) {
    case 'year':
      return { from: firstOfMonth(year, 1), to: firstOfMonth(year, 13) }
    case 'quarter': {
      const first = (Number(period.slice(6)) - 1) * 3 + 1
      return { from: firstOfMonth(year, first), to: firstOfMonth(year, first + 3) }
    }
    case 'month': {
      const month = Number(period.slice(5))
      return { from: firstOfMonth(year, month), to: firstOfMonth(year, month + 1) }
    }
    case 'day': {
      const from = parseDay(period)
      return { from, to: addDays(from, 1) }
    }
  }
}

/** The period of a grain that holds a day. @example periodOf('quarter', parseDay('2027-06-18')) // '2027-Q2' */
export function periodOf(grain: PeriodGrain, day: BusinessDay): Period {
  switch (grain) {
    case 'year':
      return parsePeriod(day.slice(0, 4))
    case 'quarter':
      return parsePeriod(`${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`)
    case 'month':
      return parsePeriod(day.slice(0, 7))
    case 'day':
      return parsePeriod(day)
  }
}

/**
 * The periods of a finer grain inside a period, in order.
 * Errors: throws when `grain` is coarser than the period.
 * @example periodsWithin(parsePeriod('2027-Q2'), 'month') // ['2027-04', '2027-05', '2027-06']
 */
export function periodsWithin(period: Period, grain: PeriodGrain): Period[] {
  assert(
    PERIOD_GRAINS.indexOf(grain) >= PERIOD_GRAINS.indexOf(periodGrain(period)),
    `${period} is not made of whole periods of grain ${grain}`,
  )
  const { from, to } = periodDays(period)
  const periods: Period[] = []
  for (let day = from; day < to; ) {
    const inside = periodOf(grain, day)
    periods.push(inside)
    day = periodDays(inside).to
  }
  return periods
}

/** True when every day of `inner` is a day of `outer`. */
export function periodHolds(outer: Period, inner: Period): boolean {
  const a = periodDays(outer)
  const b = periodDays(inner)
  return a.from <= b.from && b.to <= a.to
}
