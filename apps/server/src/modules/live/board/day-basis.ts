import type { LiveBasis } from '@zhanggui/contract'
import type { DayEvents } from './day-events.ts'

/** Orders lead unless they have fallen behind what tracking saw being paid: an export of this morning is not the evening. */
const ORDERS_BEHIND_MINUTES = 15

/** The last minute that brought anything; −1 without one. */
export const lastMinute = (values: readonly number[]): number => values.findLastIndex((v) => v > 0)

/** What the sales of a day are counted by. Null: nothing has come in. `ordered`: paid by minute of order lines, null without any. */
export function basisOf(ordered: readonly number[] | null, events: DayEvents): LiveBasis | null {
  const [orders, pays] = [ordered ? lastMinute(ordered) : -1, lastMinute(events.paidCents)]
  if (orders >= 0 && orders >= pays - ORDERS_BEHIND_MINUTES) return 'orders'
  return events.events > 0 || pays >= 0 ? 'events' : null
}
