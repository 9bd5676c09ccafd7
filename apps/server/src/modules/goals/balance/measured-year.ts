import type { Store } from '@zhanggui/contract'
import { addDays, type BusinessDay, parsePeriod, periodDays } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { knownDays } from '../goals/known-days.ts'
import { lastYear } from '../goals/last-year.ts'

const YEAR_DAYS = 365

/**
 * The year that a plan is measured by: the calendar year before it, or the last 365 days of the data while that year is not
 * over. Plans are made in December: the year to date would leave out its best weeks.
 * Shape: half-open days.
 */
export async function measuredYear(
  context: Context,
  store: Store,
  planYear: number,
): Promise<{ from: BusinessDay; to: BusinessDay }> {
  const before = periodDays(lastYear(parsePeriod(String(planYear))))
  const known = await knownDays(context, store)
  if (!known || known.until >= before.to) return before
  return { from: addDays(known.until, -YEAR_DAYS), to: known.until }
}
