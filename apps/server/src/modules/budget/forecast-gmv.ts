import type { Store } from '@zhanggui/contract'
import {
  type BusinessDay,
  type Cents,
  cents,
  daysBetween,
  multiplyDivide,
  type Period,
  periodDays,
  periodGrain,
  periodsWithin,
} from '@zhanggui/kernel'
import type { Context } from '../../context.ts'
import { toCome } from '../goals/goals/expected-end.ts'
import { forecastLines } from '../goals/goals/forecast-lines.ts'
import { knownDays } from '../goals/goals/known-days.ts'
import { readActuals } from './measured-spend.ts'
import type { PlanSales } from './plan-sales.ts'
import { readCoverage } from './sales-coverage.ts'

/** GMV of a period as it is expected to end: what was sold, and what the days that are still to come are forecast to bring. */
export type GmvForecast = {
  gmvCents: Cents | null
  /** Where the days to come are taken from; `actual`: there are none. */
  basis: 'actual' | 'forecast' | 'target'
  actualCents: Cents
  /** First day that is not in the data yet; `null` before the period's first sale. */
  actualUntil: BusinessDay | null
}

/** The target's part for the days of `period` from `from` on: whole finer periods, and of the one that is open its share by days. */
function remainingTarget(sales: PlanSales, period: Period, from: BusinessDay): Cents | null {
  const days = periodDays(period)
  if (from >= days.to) return cents(0)
  if (from <= days.from) return sales.of(period)
  const finer = periodGrain(period) === 'year' ? 'month' : null
  const months = finer === null ? [] : periodsWithin(period, finer)
  if (months.length > 0 && months.every((month) => sales.of(month) !== null))
    return cents(months.reduce((sum, month) => sum + (remainingTarget(sales, month, from) ?? 0), 0))
  const whole = sales.of(period)
  if (whole === null) return null
  return multiplyDivide({
    amount: whole,
    numerator: daysBetween(from, days.to),
    denominator: daysBetween(days.from, days.to),
    rounding: 'half_up',
  })
}

/** A forecast from less history than this says less than the plan's own targets do. */
const HISTORY_DAYS_MIN = 56

/** What the shop is forecast to sell in a period from the data's last day on; null with too little history. */
async function forecastRest(context: Context, store: Store, period: Period): Promise<Cents | null> {
  const known = await knownDays(context, store)
  if (!known || daysBetween(known.from, known.until) < HISTORY_DAYS_MIN) return null
  const goal = { metric: 'gmv', period, scope: {}, set: 'all' as const }
  const lines = await forecastLines(context, store, [goal], known.until)
  const rest = toCome(lines, goal, null)
  return rest === null ? null : cents(Math.max(0, Math.round(rest.end.mean)))
}

/**
 * Expected GMV of a period on the placed basis (成交总额): sales up to the data's last day, and their forecast for the rest; where
 * there is too little history for one, the plan's target for the rest.
 * Shape: `gmvCents` is `null` while the rest has neither, unless the period is over.
 */
export async function forecastGmv(
  context: Context,
  store: Store,
  given: { period: Period; sales: PlanSales },
): Promise<GmvForecast> {
  const { period, sales } = given
  const range = periodDays(period)
  const until = await readCoverage(context, store, range)
  const actualCents =
    until === null ? cents(0) : (await readActuals(context, store, { from: range.from, to: until })).gmvCents
  if (until !== null && until >= range.to)
    return { gmvCents: actualCents, basis: 'actual', actualCents, actualUntil: until }
  const forecast = await forecastRest(context, store, period)
  const rest = forecast ?? (until === null ? sales.of(period) : remainingTarget(sales, period, until))
  return {
    gmvCents: rest === null ? null : cents(actualCents + rest),
    basis: forecast === null ? 'target' : 'forecast',
    actualCents,
    actualUntil: until,
  }
}
