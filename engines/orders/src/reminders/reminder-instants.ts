import type { PayWindow, ReminderPlan } from './reminder-plan.ts'

const MINUTE_MS = 60_000
const DAY_MINUTES = 1440

type Quiet = Pick<ReminderPlan, 'quietFrom' | 'quietUntil'>

/** Minutes until the quiet hours are over; 0 outside them. They may go over midnight. */
function minutesOfQuietLeft(minute: number, { quietFrom, quietUntil }: Quiet): number {
  const length = (quietUntil - quietFrom + DAY_MINUTES) % DAY_MINUTES
  const passed = (minute - quietFrom + DAY_MINUTES) % DAY_MINUTES
  return passed < length ? length - passed : 0
}

/**
 * The instants at which an order is spoken of while it is unpaid, in order. What falls into quiet hours waits until they are over; two
 * that fall together are one; what would come when the order has ended is left out.
 * Shape: UTC ms. `minuteOf` tells the minute of the shop's day of an instant.
 */
export function reminderInstants(
  plan: ReminderPlan,
  { opensAt, endsAt }: PayWindow,
  minuteOf: (at: number) => number,
): number[] {
  const wished = [
    ...plan.afterMinutes.map((minutes) => opensAt + minutes * MINUTE_MS),
    ...plan.beforeEndMinutes.map((minutes) => endsAt - minutes * MINUTE_MS),
  ]
  const awake = (at: number): number => {
    const left = minutesOfQuietLeft(minuteOf(at), plan)
    return left === 0 ? at : at - (at % MINUTE_MS) + left * MINUTE_MS
  }
  const instants = wished.filter((at) => at >= opensAt).map(awake)
  return [...new Set(instants)].filter((at) => at < endsAt).sort((a, b) => a - b)
}
