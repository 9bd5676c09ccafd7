import type { NextStep } from '../mechanics/mechanic.ts'
import type { Candidate } from './candidates.ts'
import type { CartState } from './cart-state.ts'
import type { Outcome } from './priced-cart.ts'
import type { MissReason } from './reasons.ts'

/** Writes down that a rule holds and what it takes. A quiet state keeps no reasons. */
export function noteApplied(
  state: CartState,
  { compiled, claimId }: Candidate,
  { cutCents, next }: { cutCents: number; next: NextStep | undefined },
): void {
  if (state.isQuiet) return
  const outcome: Outcome = { ruleId: compiled.rule.ruleId, level: compiled.level, applied: true, cutCents }
  if (claimId !== undefined) outcome.claimId = claimId
  if (next) outcome.next = next
  state.outcomes.push(outcome)
}

/** Writes down why a rule takes nothing. */
export function noteMiss(
  state: CartState,
  { compiled, claimId }: Candidate,
  reason: MissReason,
  { next, by }: { next?: NextStep | undefined; by?: string | undefined } = {},
): void {
  if (state.isQuiet) return
  const outcome: Outcome = { ruleId: compiled.rule.ruleId, level: compiled.level, applied: false, reason }
  if (claimId !== undefined) outcome.claimId = claimId
  if (next) outcome.next = next
  if (by !== undefined) outcome.by = by
  state.outcomes.push(outcome)
}
