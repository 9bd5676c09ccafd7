import type { CompiledRule } from '../rules/compile-rules.ts'
import type { Candidate } from './candidates.ts'
import { missOutcome } from './candidates.ts'
import type { CartState } from './cart-state.ts'
import type { Judgement } from './judge.ts'
import { paidByOf } from './paid-by.ts'
import type { Cut, Outcome } from './priced-cart.ts'

function cutOf({ compiled, claimId }: Candidate, cents: number): Cut {
  const cut: Cut = {
    ruleId: compiled.rule.ruleId,
    level: compiled.level,
    cents,
    paidBy: paidByOf(cents, compiled.payers),
  }
  if (claimId !== undefined) cut.claimId = claimId
  return cut
}

function blockLine(state: CartState, i: number, { blocksMask, rule }: CompiledRule): void {
  if (blocksMask === 0) return
  state.blocked[i] = (state.blocked[i] as number) | blocksMask
  state.blockedBy[i] = rule.ruleId
}

/** Takes so much off one line and writes down who did it. */
export function cutLine(state: CartState, i: number, candidate: Candidate, cents: number): void {
  if (cents === 0) return
  state.remaining[i] = (state.remaining[i] as number) - cents
  ;(state.cuts[i] as Cut[]).push(cutOf(candidate, cents))
  blockLine(state, i, candidate.compiled)
}

export function appliedOutcome(candidate: Candidate, cutCents: number, next: Outcome['next']): Outcome {
  const { compiled, claimId } = candidate
  const outcome: Outcome = { ruleId: compiled.rule.ruleId, level: compiled.level, applied: true, cutCents }
  if (claimId !== undefined) outcome.claimId = claimId
  if (next) outcome.next = next
  return outcome
}

function cutFees(state: CartState, judgement: Extract<Judgement, { hit: true }>): void {
  for (const [k, cents] of judgement.offShipping.entries()) {
    if (cents === 0) continue
    const i = judgement.open.feesAt[k] as number
    state.feesLeft[i] = (state.feesLeft[i] as number) - cents
    ;(state.feeCuts[i] as Cut[]).push(cutOf(judgement.candidate, cents))
  }
}

function grantAll(state: CartState, { candidate, open, verdict }: Extract<Judgement, { hit: true }>): void {
  if (!verdict.grants) return
  const lineIds = open.basket.lines.map((line) => line.lineId)
  const { ruleId } = candidate.compiled.rule
  for (const grant of verdict.grants) state.grants.push({ ...grant, ruleId, lineIds })
}

/** Writes a judgement into the cart: cuts, units used, grants, and the outcome with its reason. */
export function applyJudgement(state: CartState, judgement: Judgement): void {
  const { candidate, open } = judgement
  if (!judgement.hit) {
    const { reason, next, by } = judgement
    state.outcomes.push(missOutcome(candidate, reason, { ...(next && { next }), ...(by !== undefined && { by }) }))
    return
  }
  for (let k = 0; k < judgement.off.length; k++)
    cutLine(state, open.at[k] as number, candidate, judgement.off[k] as number)
  for (const [k, units] of (judgement.verdict.takes ?? []).entries()) {
    const i = open.at[k] as number
    state.freeUnits[i] = (state.freeUnits[i] as number) - units
  }
  cutFees(state, judgement)
  grantAll(state, judgement)
  state.outcomes.push(appliedOutcome(candidate, judgement.cutCents, judgement.next))
}
