import type { DayRange } from '@zhanggui/calendar'
import type { QueryPlan } from './plan-query.ts'
import type { QueryCalendar } from './query-calendar.ts'
import { type ChannelClass, DEFAULT_CHANNEL_CLASSES } from './traffic-class.ts'

export type QueryParams = Record<string, string | number | readonly (string | number)[]>

/**
 * The values behind the places of a plan's statements.
 * `channels` is the shop's own channel list; a name in it overrides the default class of that name.
 */
export function queryParams(input: {
  plan: QueryPlan
  store: string
  zone: string
  range: DayRange
  dataEnd: string
  calendar: QueryCalendar
  channels: readonly ChannelClass[]
}): QueryParams {
  const { plan, range, calendar } = input
  const classes = new Map([...DEFAULT_CHANNEL_CLASSES, ...input.channels].map((c) => [c.name.toLowerCase(), c]))
  const filters = plan.filters.map((filter, i) => [`filter${i}`, filter.values] as const)
  return {
    store: input.store,
    zone: input.zone,
    from: range.from,
    to: range.to,
    dataEnd: input.dataEnd,
    ...calendar,
    channelNames: [...classes.keys()],
    channelClasses: [...classes.values()].map((c) => c.class),
    paidChannels: [...classes].filter(([, c]) => c.paid).map(([name]) => name),
    ...Object.fromEntries(filters),
  }
}
