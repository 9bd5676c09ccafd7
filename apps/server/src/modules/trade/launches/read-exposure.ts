import type { LaunchExposure, Store } from '@zhanggui/contract'
import { addDays, daysBetween, parseDay, ratio } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { shopMoment } from '../../campaigns/index.ts'
import { type Asker, runQuery } from '../../insight/run-query.ts'
import type { Launch } from './read-launches.ts'

/** Exposures of an item from a day on, as the catalogue counts them; null where nobody counted. */
async function exposuresOf(
  context: Context,
  store: Store,
  { item, day, days }: { item: string; day: string; days: number },
  asker: Asker | undefined,
): Promise<number | null> {
  const from = parseDay(day)
  const filters = [{ dimension: 'item', op: 'in' as const, values: [item] }]
  const { totals } = await runQuery(
    context,
    store,
    { metrics: ['exposures'], from, to: addDays(from, days), filters },
    asker,
  )
  return typeof totals.exposures === 'number' ? totals.exposures : null
}

/**
 * How often a launch was seen since its day, against a launch like it over as many of its own days: a launch of three days is held
 * against three days. Null without one to compare with, or before its day.
 */
export async function readExposure(
  context: Context,
  store: Store,
  launch: Launch,
  asker: Asker | undefined,
): Promise<LaunchExposure | null> {
  const { like, item, day, exposureDays, exposureGoal } = launch
  const { day: today } = shopMoment(context.clock.now(), store.timezone)
  const days = Math.min(exposureDays, daysBetween(parseDay(day), today) + 1)
  if (!like || days < 1) return null
  const own = await exposuresOf(context, store, { item, day, days }, asker)
  const compared = await exposuresOf(context, store, { ...like, days }, asker)
  const over = own === null || compared === null ? null : ratio(own - compared, compared)
  return { days, own, compared, over, goal: exposureGoal, isMet: over === null ? null : over >= exposureGoal }
}
