import type { Claim } from '../cart/cart.ts'
import type { CompiledGroup, CompiledRule } from '../rules/compile-rules.ts'
import { type CartState, ticketOf } from './cart-state.ts'
import { gateRule } from './gate.ts'
import { noteMiss } from './note-outcome.ts'

/** A rule that may hold for the cart, with the claim that brings it in. */
export type Candidate = { compiled: CompiledRule; claimId: string | undefined; claimCents?: number | undefined }

function claimsOf(state: CartState, ruleId: string): Claim[] {
  const claims = (state.cart.claims ?? []).filter((claim) => claim.ruleId === ruleId)
  return claims.length < 2 ? claims : claims.sort((a, b) => (a.claimId < b.claimId ? -1 : 1))
}

/** The rules of a group that get as far as the lines; the others are written down with their reason. */
export function openCandidates({ rules }: CompiledGroup, state: CartState): Candidate[] {
  const open: Candidate[] = []
  for (const compiled of rules) {
    const { rule } = compiled
    const plain: Candidate = { compiled, claimId: undefined, claimCents: undefined }
    const reason = gateRule(compiled, state)
    if (reason) noteMiss(state, plain, reason)
    else if (rule.needsTicket && !ticketOf(state.cart, rule.ruleId)) noteMiss(state, plain, 'no_ticket')
    else if (!rule.needsClaim) open.push(plain)
    else {
      const claims = claimsOf(state, rule.ruleId)
      if (claims.length === 0) noteMiss(state, plain, 'not_claimed')
      for (const { claimId, cents } of claims) open.push({ compiled, claimId, claimCents: cents })
    }
  }
  return open
}
