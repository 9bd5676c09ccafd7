import { type BusinessDay, daysBetween, parseDay } from '@zhanggui/kernel'
import { type Grain, PERIODS_PER_YEAR, periodStart, type Series } from '../series/series.ts'
import { type Column, makeColumn } from './column.ts'

/** Prior deviations of effects, on the log scale: a weekday may well sell a third more, a harmonic move sales by a quarter. */
const WEEKDAY_PRIOR = 0.35
const HARMONIC_PRIOR = 0.25
/** A single week of the year departs from the smooth curve by this much. */
const WEEK_OF_YEAR_PRIOR = 0.15
const HARMONICS: Readonly<Record<Grain, number>> = { day: 4, week: 4, month: 3 }
const KNOTS: Readonly<Record<Grain, number>> = { day: 52, week: 52, month: 12 }
/** Less than this many years of history tell a year's course from a trend too badly. */
export const LEAST_YEARS = 1.15

const MONDAY = parseDay('2024-01-01')

/** The seven weekdays of a daily series. */
export function weekdayColumns(start: BusinessDay, length: number): Column[] {
  const first = ((daysBetween(MONDAY, start) % 7) + 7) % 7
  return Array.from({ length: 7 }, (_, weekday) =>
    makeColumn(
      'season',
      WEEKDAY_PRIOR,
      Float64Array.from({ length }, (_, t) => ((first + t) % 7 === weekday ? 1 : 0)),
    ),
  )
}

/** Where in the year the middle of each period lies, in [0, 1): by the day of the year, so that leap days do not drift. */
export function yearPositions(series: Pick<Series, 'start' | 'grain'>, length: number): Float64Array {
  const first = periodStart(series, 0)
  const origin = daysBetween(parseDay(`${first.slice(0, 4)}-01-01`), first)
  const middle = series.grain === 'week' ? 3.5 : 0.5
  const year = 365.2425
  if (series.grain === 'month') {
    const month = Number(first.slice(5, 7)) - 1
    return Float64Array.from({ length }, (_, t) => (((month + t) % 12) + 0.5) / 12)
  }
  const step = series.grain === 'week' ? 7 : 1
  return Float64Array.from({ length }, (_, t) => ((origin + t * step + middle) % year) / year)
}

function harmonicColumns(positions: Float64Array, count: number): Column[] {
  return Array.from({ length: count }, (_, i) => i + 1).flatMap((k) => {
    const prior = HARMONIC_PRIOR / Math.sqrt(k)
    return [Math.sin, Math.cos].map((wave) =>
      makeColumn(
        'season',
        prior,
        positions.map((p) => wave(2 * Math.PI * k * p)),
      ),
    )
  })
}

/** Tents around `knots` places of the year: what a smooth curve cannot follow, such as one strong week. */
function tentColumns(positions: Float64Array, knots: number, prior: number): Column[] {
  return Array.from({ length: knots }, (_, knot) => {
    const centre = (knot + 0.5) / knots
    const tent = positions.map((p) => {
      const away = Math.abs(p - centre)
      return Math.max(0, 1 - Math.min(away, 1 - away) * knots)
    })
    return makeColumn('season', prior, tent)
  })
}

/** Columns of the week (daily series) and of the year; the latter only where the whole history spans enough of years. */
export function seasonColumns(
  series: Pick<Series, 'start' | 'grain'>,
  size: { history: number; total: number },
): {
  week: Column[]
  year: Column[]
} {
  const { grain } = series
  const week = grain === 'day' ? weekdayColumns(series.start, size.total) : []
  if (size.history < LEAST_YEARS * PERIODS_PER_YEAR[grain]) return { week, year: [] }
  return { week, year: yearColumns(series, size.total) }
}

/** The course of the year: a smooth curve and what single weeks (months) add to it, `tentPrior` being how much they may. */
export function yearColumns(
  series: Pick<Series, 'start' | 'grain'>,
  total: number,
  tentPrior = WEEK_OF_YEAR_PRIOR,
): Column[] {
  const positions = yearPositions(series, total)
  return [
    ...harmonicColumns(positions, HARMONICS[series.grain]),
    ...tentColumns(positions, KNOTS[series.grain], tentPrior),
  ]
}
