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
import { readActuals } from './measured-spend.ts'
import type { PlanSales } from './plan-sales.ts'
import { readCoverage } from './sales-coverage.ts'

/** GMV of a period as it is expected to end: what was sold, and the target for the days that are still to come. */
export type GmvForecast = {
  gmvCents: Cents | null
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

/**
 * Expected GMV of a period on the placed basis (成交总额): sales up to the data's last day, and the plan's target for the rest.
 * Shape: `gmvCents` is `null` while the rest has no target, unless the period is over.
 */
export async function forecastGmv(
  context: Context,
  store: Store,
  given: { period: Period; sales: PlanSales },
): Promise<GmvForecast> {
  const { period, sales } = given
  const range = periodDays(period)
  const until = await readCoverage(context, store, range)
  if (until === null) return { gmvCents: sales.of(period), actualCents: cents(0), actualUntil: null }
  const { gmvCents: actualCents } = await readActuals(context, store, { from: range.from, to: until })
  const rest = remainingTarget(sales, period, until)
  return { gmvCents: rest === null ? null : cents(actualCents + rest), actualCents, actualUntil: until }
}
