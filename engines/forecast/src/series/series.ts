import { addDays, type BusinessDay, daysBetween, parseDay } from '@zhanggui/kernel'
import { ForecastError } from './forecast-error.ts'

/** How long one period is. A week is seven days from the series' first day, whatever weekday that is. */
export type Grain = 'day' | 'week' | 'month'

/**
 * Figures of consecutive periods. `null` means unknown (a gap in the data, a sell-out that hid the demand), which is not 0.
 * Unit: the caller's; forecasts come back in the same unit.
 */
export type Series = { start: BusinessDay; grain: Grain; values: readonly (number | null)[] }

/** Periods in the season that seasonal naive and exponential smoothing use: the week for days, the year for weeks and months. */
export const SEASON_LENGTH: Readonly<Record<Grain, number>> = { day: 7, week: 52, month: 12 }

/** Mean periods in a year, by the Gregorian calendar's 365.2425 days. */
export const PERIODS_PER_YEAR: Readonly<Record<Grain, number>> = { day: 365.2425, week: 365.2425 / 7, month: 12 }

const two = (n: number): string => String(n).padStart(2, '0')

function addMonthsToFirst(first: BusinessDay, months: number): BusinessDay {
  const [year, month] = first.split('-').map(Number) as [number, number]
  const count = year * 12 + (month - 1) + months
  return parseDay(`${Math.floor(count / 12)}-${two((count % 12) + 1)}-01`)
}

/** First day of the period that lies `index` periods after the series' start. */
export function periodStart(series: Pick<Series, 'start' | 'grain'>, index: number): BusinessDay {
  if (series.grain === 'month') return addMonthsToFirst(series.start, index)
  return addDays(series.start, series.grain === 'week' ? index * 7 : index)
}

/** The index of the period that holds a day; negative before the start. */
export function periodIndex(series: Pick<Series, 'start' | 'grain'>, day: BusinessDay): number {
  if (series.grain === 'month') {
    const months = (d: BusinessDay): number => Number(d.slice(0, 4)) * 12 + Number(d.slice(5, 7))
    return months(day) - months(series.start)
  }
  const days = daysBetween(series.start, day)
  return series.grain === 'week' ? Math.floor(days / 7) : days
}

/** Errors: throws `ForecastError` on a month series that does not start on the 1st and on values that are not finite numbers. */
export function checkSeries(series: Series): void {
  if (series.grain === 'month' && !series.start.endsWith('-01')) throw new ForecastError('monthStart', series.start)
  const bad = series.values.findIndex((v) => v !== null && !Number.isFinite(v))
  if (bad >= 0) throw new ForecastError('badValue', `values[${bad}] = ${series.values[bad]}`)
}
