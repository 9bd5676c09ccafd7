import { assert } from '@zhanggui/kernel'

/** One customer: how long they were seen, and whether they left then (`true`) or were still there when the watch ended. */
export type Lifetime = { days: number; hasLeft: boolean }
export type SurvivalPoint = { days: number; atRisk: number; left: number; survival: number; standardError: number }

/**
 * Kaplan–Meier estimate of how many stay how long, with Greenwood's standard error. Customers who are still there count for as
 * long as they were seen. Shape: one point for each day on which somebody left.
 * Source: Kaplan & Meier (1958); Greenwood (1926). Checked against the leukaemia data of Freireich et al. (1963).
 */
export function survivalCurve(lifetimes: readonly Lifetime[]): SurvivalPoint[] {
  assert(
    lifetimes.every(({ days }) => Number.isFinite(days) && days >= 0),
    'a lifetime is a number of days of at least 0',
  )
  const days = [...new Set(lifetimes.filter((l) => l.hasLeft).map((l) => l.days))].sort((a, b) => a - b)
  let survival = 1
  let variance = 0
  return days.map((day) => {
    const atRisk = lifetimes.filter((l) => l.days >= day).length
    const left = lifetimes.filter((l) => l.days === day && l.hasLeft).length
    survival *= 1 - left / atRisk
    variance += atRisk === left ? 0 : left / (atRisk * (atRisk - left))
    return { days: day, atRisk, left, survival, standardError: survival * Math.sqrt(variance) }
  })
}
