import { type Cents, cents, ratio } from '@zhanggui/kernel'

export type BurstRemainder = {
  remainderCents: Cents
  /** Remainder ÷ total; `null` for a budget of nothing. */
  remainderShare: number | null
  /** What should remain at least, and who says so: the plan's rule, or the share of demand that falls on the burst. */
  neededShare: number | null
  neededBy: 'rule' | 'demand' | null
  /** True: warn, the burst will run out of money (X17). */
  tooSmall: boolean
}

/**
 * Whether enough is left for the burst days (P4.05, X17). `beforeCents` is what is planned, or spent by now, before the burst.
 * The larger of the two needs counts: the plan's own rule, and the burst's share of the campaign's demand where it is known.
 * @example burstRemainder({ totalCents: cents(100), beforeCents: cents(60), minBp: 5000, demandShare: null }).tooSmall // true
 */
export function burstRemainder(given: {
  totalCents: Cents
  beforeCents: Cents
  minBp: number | null
  demandShare: number | null
}): BurstRemainder {
  const remainderCents = cents(given.totalCents - given.beforeCents)
  const remainderShare = ratio(remainderCents, given.totalCents)
  const byRule = given.minBp === null ? null : given.minBp / 10_000
  const needs = [byRule, given.demandShare].filter((need) => need !== null)
  const neededShare = needs.length === 0 ? null : Math.max(...needs)
  const neededBy = neededShare === null ? null : neededShare === byRule ? 'rule' : 'demand'
  const tooSmall = remainderShare !== null && neededShare !== null && remainderShare < neededShare
  return { remainderCents, remainderShare, neededShare, neededBy, tooSmall }
}
