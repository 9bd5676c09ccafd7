import type { OccasionRule } from '@zhanggui/calendar'
import { addDays, type BusinessDay, daysBetween, parseDay } from '@zhanggui/kernel'
import { type Column, makeColumn } from '../decomposition/column.ts'
import { eventColumns } from '../decomposition/event-columns.ts'
import { fitColumns } from '../decomposition/fit-columns.ts'
import { weekdayColumns, yearColumns } from '../decomposition/season-columns.ts'
import { type EventSpan, eventSpans } from '../series/event-span.ts'
import { ForecastError } from '../series/forecast-error.ts'

/** Past days of a store or category: sales in any unit, `null` = unknown. */
export type DailyHistory = { start: BusinessDay; values: readonly (number | null)[] }

export type ShapeWarning = 'partYearHistory' | 'negativeDaysCut' | 'eventUnseen'

export type SeasonalShape = {
  /** First day of `weights`. */
  start: BusinessDay
  /** One a day, none negative; they sum to 1 (to a few units of the last place). */
  weights: number[]
  /** The shape taken apart, in the same order: what a day would weigh without its events, so 1/365 or so on a plain day. */
  plain: number[]
  warnings: { code: ShapeWarning; detail: string }[]
}

const LEAST_DAYS = 28
/** A whole year less the days that a sloppy export misses. */
const WHOLE_YEAR = 350
/** Here nothing else competes for the variation, so effects are drawn in less than in a forecast. */
const LOOSER = 3

/**
 * In a single year a festival's weeks cannot be told from the same weeks of any year. What is sharp is then laid to the festival,
 * which moves, by allowing single weeks little of their own.
 */
const ONE_YEAR_TENT = 0.05
const TWO_YEARS = 700

const loosen = (columns: readonly Column[], by: number): Column[] => columns.map((c) => ({ ...c, prior: c.prior * by }))

/** A level for each year of history, so that growth between the years does not bend the year's course. */
function levelColumns(history: number, total: number): Column[] {
  const columns = [makeColumn('base', 10, new Float64Array(total).fill(1))]
  for (let first = 365; first + LEAST_DAYS < history; first += 365) {
    // Measured from the end, so that the last whole year sets the level that the target year continues.
    const at = history - first
    columns.push(
      makeColumn(
        'base',
        1,
        Float64Array.from({ length: total }, (_, t) => (t < at ? 1 : 0)),
      ),
    )
  }
  return columns
}

/**
 * The course of a year: how a year's target spreads over its days. Learnt from past days as weekday, time of the year and events by
 * campaign day and lunar date, then laid on the target year's own calendar: the Spring Festival dip and the pre-festival peak move
 * with the lunar new year, 双11 keeps its campaign days, a weekday stays a weekday. Growth is left out.
 * Shape: every day of `[from, to)`; by default of the calendar `year`. Errors: throws `ForecastError` `badShape` on under four weeks
 * of known days or a total that is not positive. With less than a year of history the unseen part of the year is taken as level, and
 * a warning says so.
 * @example seasonalShape({ history, year: 2027 }).weights.length // 365
 */
export function seasonalShape(request: {
  history: DailyHistory
  year: number
  /** A shop's own occasions instead of the platform's. */
  rules?: readonly OccasionRule[]
  /** Ready-made events instead of the calendar's; they must cover history and target year. */
  events?: readonly EventSpan[]
}): SeasonalShape {
  const { history, year } = request
  const known = history.values.filter((v) => v !== null)
  const sum = known.reduce((a, b) => a + Math.max(0, b), 0)
  if (known.length < LEAST_DAYS || !(sum > 0)) throw new ForecastError('badShape', `${known.length}`)
  const start = parseDay(`${year}-01-01`)
  const end = parseDay(`${year + 1}-01-01`)
  const warnings: SeasonalShape['warnings'] = []
  if (known.length < WHOLE_YEAR) warnings.push({ code: 'partYearHistory', detail: String(known.length) })
  const negative = known.filter((v) => v < 0).length
  if (negative > 0) warnings.push({ code: 'negativeDaysCut', detail: String(negative) })
  const { columns, unseen, total } = shapeColumns(request, end)
  if (unseen.length > 0) warnings.push({ code: 'eventUnseen', detail: unseen.join(', ') })
  const unit = sum / known.length
  const values = Float64Array.from(history.values, (v) => (v === null ? Number.NaN : Math.max(0, v) / unit))
  const fit = fitColumns(columns, values, { total, link: 'log', outliers: 'kept', year: 365.2425 })
  if (!fit) throw new ForecastError('badShape', 'fit')
  const first = daysBetween(history.start, start)
  return { start, ...weigh(columns, fit.coefficients, { first, days: daysBetween(start, end) }), warnings }
}

function shapeColumns(
  { history, rules, events }: { history: DailyHistory; rules?: readonly OccasionRule[]; events?: readonly EventSpan[] },
  end: BusinessDay,
): { columns: Column[]; unseen: string[]; total: number } {
  const length = history.values.length
  const total = Math.max(length, daysBetween(history.start, end))
  const series = { start: history.start, grain: 'day' as const }
  const spans = events ?? eventSpans({ from: history.start, to: end, ...(rules ? { rules } : {}) })
  const window = { series, total, history: length, first: history.start, last: addDays(history.start, total - 1) }
  const found = eventColumns(spans, window)
  const year =
    length >= WHOLE_YEAR / 2 ? yearColumns(series, total, length < TWO_YEARS ? ONE_YEAR_TENT : undefined) : []
  const columns = [
    ...levelColumns(length, total),
    ...loosen(weekdayColumns(history.start, total), LOOSER),
    ...year,
    ...loosen(found.columns, LOOSER),
  ]
  return { columns: columns.filter((c) => (c.rows[0] ?? length) < length), unseen: found.unseen, total }
}

function weigh(
  columns: readonly Column[],
  coefficients: Float64Array,
  { first, days }: { first: number; days: number },
): { weights: number[]; plain: number[] } {
  const predict = (part: (c: Column) => boolean): Float64Array => {
    const sums = new Float64Array(days)
    for (const [i, column] of columns.entries()) {
      if (!part(column)) continue
      for (let d = 0; d < days; d++)
        sums[d] = (sums[d] as number) + (coefficients[i] as number) * (column.values[first + d] as number)
    }
    return sums.map(Math.exp)
  }
  const season = predict((c) => c.part === 'season')
  const event = predict((c) => c.part === 'event')
  const whole = season.map((v, d) => v * (event[d] as number))
  const total = whole.reduce((a, b) => a + b, 0)
  return { weights: Array.from(whole, (v) => v / total), plain: Array.from(season, (v) => v / total) }
}

/** Whole-number weights for a split to the fen (the kernel's `allocate`), exact to a billionth of the year. */
export const wholeWeights = (weights: readonly number[]): number[] => weights.map((w) => Math.round(w * 1e12))
