import type { Granted, PricedCart } from '../price/priced-cart.ts'
import type { Payer } from '../rules/rule.ts'
import { borneByCuts } from './borne.ts'
import type { PaidOrder, RefundPolicy } from './paid-order.ts'

/** What one bearer carries of one rule on the goods or the postage of one shop. */
export type Borne = { ruleId: string; claimId?: string; payer: Payer; shopId: string; cents: number }

export type StandingLine = {
  lineId: string
  skuId: string
  shopId: string
  quantity: number
  unitsLeft: number
  /** Paid for the units that are left and not given back. */
  leftCents: number
  /** Given back by agreement for units that are left (协商退款). */
  agreedCents: number
}
export type StandingFee = { shopId: string; isReturned: boolean; leftCents: number }

/** How an order stands after some returns: what the buyer keeps, has paid for it, and was given for it. */
export type Standing = {
  policy: RefundPolicy
  lines: readonly StandingLine[]
  fees: readonly StandingFee[]
  /** Σ lines + fees. What was paid less every refund and every gift that was charged. */
  leftCents: number
  borne: readonly Borne[]
  grants: readonly Granted[]
  /** Claims that are spent. */
  claims: readonly { claimId: string; ruleId: string }[]
  /** What the rest would cost beyond what is left of the payment; the shop bears it, the buyer is never asked for more. */
  uncollectedCents: number
}

function spentClaims({ outcomes }: PricedCart): Standing['claims'] {
  return outcomes.flatMap(({ applied, claimId, ruleId }) =>
    applied && claimId !== undefined ? [{ claimId, ruleId }] : [],
  )
}

/** The order before anything came back. */
export function openStanding({ priced }: PaidOrder, policy: RefundPolicy): Standing {
  return {
    policy,
    lines: priced.lines.map(({ lineId, skuId, shopId, quantity, payableCents }) => ({
      lineId,
      skuId,
      shopId,
      quantity,
      unitsLeft: quantity,
      leftCents: payableCents,
      agreedCents: 0,
    })),
    fees: priced.shipping.map(({ shopId, payableCents }) => ({ shopId, isReturned: false, leftCents: payableCents })),
    leftCents: priced.payableCents,
    borne: borneByCuts([...priced.lines, ...priced.shipping]),
    grants: priced.grants,
    claims: spentClaims(priced),
    uncollectedCents: 0,
  }
}
