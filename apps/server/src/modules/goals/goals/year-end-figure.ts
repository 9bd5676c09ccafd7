import type { Store } from '@zhanggui/contract'
import type { Goal } from '@zhanggui/goals'
import { type BusinessDay, daysBetween, periodDays } from '@zhanggui/kernel'
import { findMetric } from '@zhanggui/metrics'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { runForecast } from '../../insight/forecast/run-forecast.ts'
import { knownDays } from './known-days.ts'
import { lastYear } from './last-year.ts'

/** A year's figure with the first day that is forecast, null when all of it is known. */
export type YearEndFigure = { figure: number; forecastFrom: BusinessDay | null }

const addsUp = (metric: string): boolean => {
  const known = findMetric(metric)
  return known?.kind === 'additive' && (known.unit === 'money' || known.unit === 'count')
}

/**
 * Last year's figure of a goal to the year's end. Plans are made before the year is over: growing what is there by then would
 * leave out the best months, so the days that are still to come are forecast and added.
 * Shape: `actual` unchanged where the metric does not add up, the year is over, or there is too little to forecast from.
 */
export async function yearEndFigure(
  context: Context,
  store: Store,
  goal: Pick<Goal, 'metric' | 'period' | 'scope'>,
  actual: number,
): Promise<YearEndFigure> {
  const known = await knownDays(context, store)
  const end = periodDays(lastYear(goal.period)).to
  const open = known ? daysBetween(known.until, end) : 0
  if (!known || open <= 0 || !addsUp(goal.metric)) return { figure: actual, forecastFrom: null }
  const filters = Object.entries(goal.scope).map(([dimension, value]) => ({ dimension, values: [value] }))
  const asOf = known.until
  const forecast = await runForecast(context, store, { metric: goal.metric, horizon: open, filters, asOf }).catch(
    (error: unknown) => {
      if (error instanceof ApiFailure && error.code === 'not_forecastable') return null
      throw error
    },
  )
  const rest = forecast?.whole.total?.mean
  return rest === undefined ? { figure: actual, forecastFrom: null } : { figure: actual + rest, forecastFrom: asOf }
}
