import type { LaunchExposure, LaunchSearch, Store } from '@zhanggui/contract'
import { addDays, daysBetween, parseDay, ratio } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { shopMoment } from '../../campaigns/index.ts'
import { type Asker, runQuery } from '../../insight/run-query.ts'
import type { Launch } from './read-launches.ts'

type Stretch = { item: string; day: string; days: number; trafficClass?: 'search' }

/** Exposures of an item from a day on, as the catalogue counts them; null where nobody counted. */
async function exposuresOf(
  context: Context,
  store: Store,
  { item, day, days, trafficClass }: Stretch,
  asker: Asker | undefined,
): Promise<number | null> {
  const from = parseDay(day)
  const only = (dimension: string, value: string) => ({ dimension, op: 'in' as const, values: [value] })
  const filters = [only('item', item), ...(trafficClass ? [only('trafficClass', trafficClass)] : [])]
  const asked = { metrics: ['exposures'], from, to: addDays(from, days), filters }
  const { totals } = await runQuery(context, store, asked, asker)
  return typeof totals.exposures === 'number' ? totals.exposures : null
}

/** Days of a launch that have begun, at most `most`. */
function daysOf(context: Context, { timezone }: Store, { day }: Launch, most: number): number {
  const { day: today } = shopMoment(context.clock.now(), timezone)
  return Math.min(most, daysBetween(parseDay(day), today) + 1)
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
  const days = daysOf(context, store, launch, exposureDays)
  if (!like || days < 1) return null
  const own = await exposuresOf(context, store, { item, day, days }, asker)
  const compared = await exposuresOf(context, store, { ...like, days }, asker)
  const over = own === null || compared === null ? null : ratio(own - compared, compared)
  return { days, own, compared, over, goal: exposureGoal, isMet: over === null ? null : over >= exposureGoal }
}

/** Exposures that a launch had before it could be compared or without anything to compare it with; null before its day. */
export async function readOwnExposures(
  context: Context,
  store: Store,
  launch: Launch,
  asker: Asker | undefined,
): Promise<number | null> {
  const { item, day, exposureDays } = launch
  const days = daysOf(context, store, launch, exposureDays)
  return days < 1 ? null : exposuresOf(context, store, { item, day, days }, asker)
}

/** What search showed of a launch while its weight lasts, against as many days before. Null without a weight, or before its day. */
export async function readSearch(
  context: Context,
  store: Store,
  launch: Launch,
  asker: Asker | undefined,
): Promise<LaunchSearch | null> {
  const { item, day, searchWeight, weightUntil } = launch
  const days = daysOf(context, store, launch, daysBetween(parseDay(day), parseDay(weightUntil)))
  if (searchWeight <= 1 || days < 1) return null
  const ask = (from: string) => exposuresOf(context, store, { item, day: from, days, trafficClass: 'search' }, asker)
  const during = await ask(day)
  const before = await ask(addDays(parseDay(day), -days))
  return { days, before, during, change: during === null || before === null ? null : ratio(during - before, before) }
}
