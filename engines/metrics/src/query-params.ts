import type { DayRange } from '@zhanggui/calendar'
import { addDays } from '@zhanggui/kernel'
import type { QueryPlan } from './plan-query.ts'
import type { QueryCalendar } from './query-calendar.ts'
import { channelParams, type ShopChannel } from './traffic-class.ts'

export type QueryParams = Record<string, string | number | readonly (string | number)[]>

/**
 * The values behind the places of a plan's statements.
 * `channels` is the shop's own channel list; a name in it overrides what is known of that name.
 */
export function queryParams(input: {
  plan: QueryPlan
  store: string
  zone: string
  range: DayRange
  dataEnd: string
  calendar: QueryCalendar
  channels: readonly ShopChannel[]
  /** Time of day (`HH:MM:SS`) at which the last day of the range ends; null: with the day. */
  until: string | null
}): QueryParams {
  const { plan, range, calendar } = input
  const filters = plan.filters.map((filter, i) => [`filter${i}`, filter.values] as const)
  const lastDay = addDays(range.to, -1)
  return {
    ...(input.until ? { untilDay: lastDay, until: `${lastDay} ${input.until}` } : {}),
    store: input.store,
    zone: input.zone,
    from: range.from,
    to: range.to,
    dataEnd: input.dataEnd,
    ...calendar,
    ...channelParams(input.channels),
    ...Object.fromEntries(filters),
  }
}
