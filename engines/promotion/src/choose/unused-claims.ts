import type { Cart } from '../cart/cart.ts'
import type { NextStep } from '../mechanics/mechanic.ts'
import { priceCart } from '../price/price-cart.ts'
import type { PricedCart } from '../price/priced-cart.ts'
import type { MissReason } from '../price/reasons.ts'
import type { RuleSet } from '../rules/compile-rules.ts'
import { type BestChoice, withClaims } from './choose-best.ts'

/** Why a claim stays in the pocket: the rule's own reason, or that the cart costs no less with it. */
export type UnusedClaim = {
  claimId: string
  reason: MissReason | 'saves_nothing' | 'unknown_rule'
  /** The rule that holds in its place. */
  by?: string
  next?: NextStep
  /** What the cart would cost with it. */
  wouldPayCents: number
}

function reasonOf(priced: PricedCart, claimId: string): Pick<UnusedClaim, 'reason' | 'by' | 'next'> {
  const outcome = priced.outcomes.find((o) => o.claimId === claimId)
  if (!outcome) return { reason: 'unknown_rule' }
  const next = outcome.next ? { next: outcome.next } : {}
  if (outcome.applied) return { reason: 'saves_nothing', ...next }
  return { reason: outcome.reason, ...(outcome.by !== undefined && { by: outcome.by }), ...next }
}

function gateReason(priced: PricedCart, ruleId: string): Pick<UnusedClaim, 'reason'> | undefined {
  const outcome = priced.outcomes.find((o) => o.ruleId === ruleId && o.claimId === undefined)
  return outcome && !outcome.applied ? { reason: outcome.reason } : undefined
}

/** For each held claim that the best choice leaves out: why, found by adding it to the chosen ones. In the order of the claims. */
export function unusedClaims(ruleSet: RuleSet, cart: Cart, best: BestChoice): UnusedClaim[] {
  const used = new Set(best.claimIds)
  const unused = (cart.claims ?? []).filter(({ claimId }) => !used.has(claimId))
  return unused.flatMap(({ claimId, ruleId }) => {
    const priced = priceCart(ruleSet, withClaims(cart, [...best.claimIds, claimId], best.usePoints))
    if (!priced.ok) return []
    const reason = gateReason(priced.value, ruleId) ?? reasonOf(priced.value, claimId)
    return [{ claimId, ...reason, wouldPayCents: priced.value.payableCents }]
  })
}
