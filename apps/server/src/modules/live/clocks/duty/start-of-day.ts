import { instantOfWallTime } from '@zhanggui/calendar'
import type { Store } from '@zhanggui/contract'
import { assert } from '@zhanggui/kernel'

/** The instant at which a business day begins on the shop's wall. */
export function startOfDay(day: string, { timezone }: Store): Date {
  const start = instantOfWallTime(`${day}T00:00:00`, timezone)
  assert(start, 'a shop has a time zone that exists')
  return start
}
