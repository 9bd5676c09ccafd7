import { type Reason, reason } from '../reason.ts'
import type { WithId } from '../tasks/campaign-task.ts'
import { bidCeiling } from './bid-ceiling.ts'
import type { SlotBooking } from './slot-booking.ts'

/** Positions are compared as people write them: without case and outer blanks. */
const samePosition = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()

const overlaps = (a: SlotBooking, b: SlotBooking): boolean =>
  Date.parse(a.from) < Date.parse(b.until) && Date.parse(b.from) < Date.parse(a.until)

/** Bookings that hold the same position at the same moment. `others`: of every campaign of the shop. */
export const doubleBookings = (
  slot: WithId<SlotBooking>,
  others: readonly WithId<SlotBooking>[],
): WithId<SlotBooking>[] =>
  others.filter(
    ({ id, body }) => id !== slot.id && samePosition(body.position, slot.body.position) && overlaps(body, slot.body),
  )

function checkBid({ auction }: SlotBooking): Reason[] {
  if (!auction || auction.bidCents === null) return []
  const ceiling = bidCeiling(auction)
  if (auction.bidCents <= ceiling) return []
  const [bid, most] = [auction.bidCents / 100, ceiling / 100].map((yuan) => yuan.toFixed(2))
  return [
    reason(
      'bid_above_ceiling',
      `出价 ${bid} 元超过上限 ${most} 元（预期增量毛利）：降到上限以内`,
      `The bid of ${bid} is above the ceiling of ${most} (expected extra margin): lower it`,
    ),
  ]
}

/** What keeps a booking from being written: a wrong time, a position that is taken (P4.12), a bid above its ceiling (P4.13). */
export function checkSlot(slot: WithId<SlotBooking>, others: readonly WithId<SlotBooking>[]): Reason[] {
  const { from, until, position } = slot.body
  const time =
    Date.parse(from) < Date.parse(until)
      ? []
      : [reason('ends_before_it_begins', '结束要晚于开始', 'The end must be after the beginning')]
  const taken = doubleBookings(slot, others).map(({ body }) =>
    reason(
      'double_booking',
      `“${position}”在 ${body.from} 到 ${body.until} 已被“${body.title}”占用：换时间或资源位`,
      `"${position}" is taken from ${body.from} to ${body.until} by "${body.title}": choose another time or place`,
    ),
  )
  return [...time, ...taken, ...checkBid(slot.body)]
}
