import { type BusinessDay, type Cents, cents, multiplyDivide, sumCents } from '@zhanggui/kernel'
import type { PacingDay } from './plan-pacing.ts'

/**
 * Spend cap to set for a day: its planned amount, plus what the days before it fell short (or less what they spent too much),
 * spread over the days left of its phase by their plan. Never below 0, never more than the phase has left, so that money of the
 * burst is not spent before it.
 */
export function nextDayCap(
  plan: readonly PacingDay[],
  given: { day: BusinessDay; spentOn: (day: BusinessDay) => Cents },
): Cents {
  const today = plan.find((d) => d.day === given.day)
  if (!today) return cents(0)
  const phase = plan.filter((d) => d.phase === today.phase)
  const spent = sumCents(phase.filter((d) => d.day < given.day).map((d) => given.spentOn(d.day)))
  const left = cents(Math.max(0, sumCents(phase.map((d) => d.plannedCents)) - spent))
  const ahead = sumCents(phase.filter((d) => d.day >= given.day).map((d) => d.plannedCents))
  if (ahead === 0) return cents(0)
  return multiplyDivide({ amount: left, numerator: today.plannedCents, denominator: ahead, rounding: 'down' })
}
