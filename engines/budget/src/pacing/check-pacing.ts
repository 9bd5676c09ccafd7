import { type BusinessDay, type Cents, cents, ratio, sumCents } from '@zhanggui/kernel'
import type { PacingDay } from './plan-pacing.ts'

/** `under`, `over`: cumulative spend is off the plan by more than the tolerance; `early`: nothing was planned yet. */
export type DeliveryVerdict = 'onPlan' | 'under' | 'over' | 'early'

export type DeliveryCheck = {
  /** Last day that counts. */
  throughDay: BusinessDay
  plannedCents: Cents
  spentCents: Cents
  /** Spent ÷ planned − 1; `null` while nothing was planned. */
  error: number | null
  verdict: DeliveryVerdict
  /** What is left of the whole budget; negative when it is used up. */
  remainingCents: Cents
  daysLeft: number
  /** What must be spent on each day left to use the budget up, rounded down; `null` without days left. */
  neededPerDayCents: Cents | null
}

/**
 * Spend to a day held against the day plan (P4.05). Days without a figure count as nothing spent: a tool that reports late shows
 * as under-delivery, so call it with the last day that is in the data.
 */
export function checkDelivery(
  plan: readonly PacingDay[],
  given: { spentOn: (day: BusinessDay) => Cents; throughDay: BusinessDay; tolerance: number },
): DeliveryCheck {
  const { spentOn, throughDay, tolerance } = given
  const past = plan.filter(({ day }) => day <= throughDay)
  const plannedCents = sumCents(past.map((d) => d.plannedCents))
  const spentCents = sumCents(past.map((d) => spentOn(d.day)))
  const share = ratio(spentCents, plannedCents)
  const error = share === null ? null : share - 1
  const remainingCents = cents(sumCents(plan.map((d) => d.plannedCents)) - spentCents)
  const daysLeft = plan.length - past.length
  return {
    throughDay,
    plannedCents,
    spentCents,
    error,
    verdict: verdictOf(error, tolerance),
    remainingCents,
    daysLeft,
    neededPerDayCents: daysLeft === 0 ? null : cents(Math.max(0, Math.floor(remainingCents / daysLeft))),
  }
}

function verdictOf(error: number | null, tolerance: number): DeliveryVerdict {
  if (error === null) return 'early'
  if (error < -tolerance) return 'under'
  return error > tolerance ? 'over' : 'onPlan'
}
