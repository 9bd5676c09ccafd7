import type { Store } from '@zhanggui/contract'
import type { OutlookFact } from '@zhanggui/plan'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { runForecast } from '../../insight/forecast/run-forecast.ts'
import type { Asker } from '../../insight/run-query.ts'

const LEVEL = 0.8
const MONTHS_AHEAD_MAX = 24

/**
 * What the plan's year would bring by itself: paid sales by month, from what was known before the year began.
 * Shape: null when there is too little history, or the year lies further ahead than a forecast should.
 */
export async function readOutlook(
  context: Context,
  store: Store,
  { year, asker }: { year: number; asker: Asker | undefined },
): Promise<OutlookFact | null> {
  const start = `${year}-01-01`
  const request = { metric: 'paid', grain: 'month' as const, horizon: MONTHS_AHEAD_MAX, levels: [LEVEL], asOf: start }
  const forecast = await runForecast(context, store, request, asker).catch((error: unknown) => {
    if (error instanceof ApiFailure && error.code === 'not_forecastable') return null
    throw error
  })
  const months = forecast?.whole.values.filter(({ period }) => period.startsWith(`${year}-`)) ?? []
  if (months.length !== 12) return null
  const sum = (of: (month: (typeof months)[number]) => number): number =>
    months.reduce((all, month) => all + of(month), 0)
  const mean = sum((m) => m.mean)
  // Months err partly together; adding their bounds would make the year far too wide, so the spread of the whole
  // horizon is taken, at the year's own size.
  const total = forecast?.whole.total
  const spread = (bound: number | undefined): number =>
    total && total.mean > 0 ? mean * ((bound ?? total.mean) / total.mean) : mean
  return {
    model: forecast?.whole.model ?? '',
    months: months.map(({ period, mean: value, lower, upper }) => ({
      period,
      mean: value,
      low: lower[0] ?? value,
      high: upper[0] ?? value,
    })),
    total: { mean, low: Math.round(spread(total?.lower[0])), high: Math.round(spread(total?.upper[0])) },
    level: LEVEL,
  }
}
