import { cents, multiplyDivide } from '@zhanggui/kernel'
import { type CartState, openState } from '../price/cart-state.ts'
import { judge } from '../price/judge.ts'
import type { Granted, Outcome, PricedLine } from '../price/priced-cart.ts'
import type { PaidOrder } from './paid-order.ts'
import { type Kept, restCart } from './rest.ts'

/** The cart of what stays with the amounts that its units paid, so that thresholds are held against those. */
function stateOfShares(order: PaidOrder, kept: Kept, lines: readonly PricedLine[]): CartState {
  const { cart, ruleSet } = order
  const state = openState(restCart(order, kept), Date.parse(cart.at))
  const byId = new Map(lines.map((line) => [line.lineId, line]))
  for (const [i, { lineId }] of state.lines.entries()) {
    const line = byId.get(lineId)
    if (!line) continue
    state.activity[i] = line.activityCents
    state.remaining[i] = line.payableCents
    for (const { ruleId } of line.cuts) {
      const mask = ruleSet.rules.get(ruleId)?.blocksMask ?? 0
      state.blocked[i] = (state.blocked[i] as number) | mask
      state.blockedLevels |= mask
    }
  }
  return state
}

type PointsUsed = Extract<Granted, { kind: 'pointsUsed' }>

const cutByRule = (ruleId: string, lines: readonly PricedLine[]): number =>
  lines.reduce((sum, { cuts }) => sum + cuts.reduce((s, c) => s + (c.ruleId === ruleId ? c.cents : 0), 0), 0)

/** Points that paid for a part of the goods: as much of them as is left of the discount they gave. */
function keptPointsUsed(grant: PointsUsed, order: PaidOrder, lines: readonly PricedLine[]): Granted[] {
  const denominator = cutByRule(grant.ruleId, order.priced.lines)
  if (denominator === 0) return []
  const numerator = cutByRule(grant.ruleId, lines)
  const points = multiplyDivide({ amount: cents(grant.points), numerator, denominator, rounding: 'floor' })
  return [{ ...grant, points }]
}

/** What one rule gives on the shares, after what the rules before it give. */
function grantsOf(outcome: Outcome, order: PaidOrder, state: CartState): Granted[] {
  const { ruleId, claimId } = outcome
  const compiled = order.ruleSet.rules.get(ruleId)
  if (!compiled) return []
  const claimCents = order.cart.claims?.find((claim) => claim.claimId === claimId)?.cents
  const judgement = judge({ compiled, claimId, claimCents }, state)
  if (!judgement.hit) return []
  const lineIds = judgement.open.basket.lines.map(({ lineId }) => lineId)
  return (judgement.verdict.grants ?? [])
    .filter(({ kind }) => kind !== 'pointsUsed')
    .map((grant) => ({ ...grant, ruleId, lineIds }))
}

/**
 * What the rules that gave something would still give for the units that stay: each is asked again with what those units paid.
 * A gift from 200 on is lost when what stays paid 150.
 */
export function keptGrants(order: PaidOrder, kept: Kept, lines: readonly PricedLine[]): Granted[] {
  const { grants, outcomes } = order.priced
  if (grants.length === 0 || lines.length === 0) return []
  const state = stateOfShares(order, kept, lines)
  for (const outcome of outcomes)
    if (outcome.applied && grants.some(({ ruleId }) => ruleId === outcome.ruleId))
      state.grants.push(...grantsOf(outcome, order, state))
  for (const grant of grants) if (grant.kind === 'pointsUsed') state.grants.push(...keptPointsUsed(grant, order, lines))
  return state.grants
}
