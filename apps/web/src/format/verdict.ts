import type { Change } from './change.ts'

/** Against the comparison, not a target: targets come from the plan. */
export type Verdict = 'better' | 'steady' | 'worse'

/**
 * A relative movement below 2 % or below 0.2 percentage points counts as steady: within the day-to-day noise of a shop's
 * monthly figures. Defaults of this project, without an outside source.
 */
export const STEADY_BAND: Record<Change['kind'], number> = { relative: 0.02, points: 0.002 }

/** `null` when there is nothing to compare, or when more is neither good nor bad. */
export function verdictOf(change: Change | null, higherIsBetter: boolean | null): Verdict | null {
  if (change === null || higherIsBetter === null) return null
  if (Math.abs(change.amount) < STEADY_BAND[change.kind]) return 'steady'
  return change.amount > 0 === higherIsBetter ? 'better' : 'worse'
}
