import { cents, multiplyDivide } from '@zhanggui/kernel'
import { type CartState, openState } from '../price/cart-state.ts'
import { judge } from '../price/judge.ts'
import type { Granted, Outcome, PricedLine } from '../price/priced-cart.ts'
import { grantAmount, withAmount } from './grant-amount.ts'
import { leftOf } from './kept-line.ts'
import type { PaidOrder } from './paid-order.ts'
import { type Kept, restCart, unitsLeftOf } from './rest.ts'

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

type OfLine = Extract<Granted, { kind: 'deposit' | 'delivery' }>
const isOfLine = (grant: Granted): grant is OfLine => grant.kind === 'deposit' || grant.kind === 'delivery'
const isWithCut = ({ kind }: Pick<Granted, 'kind'>): boolean => kind === 'pointsUsed' || kind === 'tradeIn'

const cutByRule = (ruleId: string, lines: readonly PricedLine[]): number =>
  lines.reduce((sum, { cuts }) => sum + cuts.reduce((s, c) => s + (c.ruleId === ruleId ? c.cents : 0), 0), 0)

/** What came with a discount stays in proportion to it: points that paid for goods, the subsidy of a trade-in. */
function keptWithCut(grant: Granted, order: PaidOrder, lines: readonly PricedLine[]): Granted[] {
  const denominator = cutByRule(grant.ruleId, order.priced.lines)
  if (denominator === 0) return []
  const numerator = cutByRule(grant.ruleId, lines)
  const amount = cents(grantAmount(grant))
  return [withAmount(grant, multiplyDivide({ amount, numerator, denominator, rounding: 'floor' }))]
}

/** What belongs to a line: a deposit stays with its units, deliveries go on while there are any. */
function keptWithLine(grant: OfLine, order: PaidOrder, kept: Kept): Granted[] {
  const quantity = order.priced.lines.find(({ lineId }) => lineId === grant.lineId)?.quantity ?? 0
  const left = unitsLeftOf(kept, grant.lineId)
  if (left === 0) return []
  if (grant.kind === 'delivery') return [grant]
  return [withAmount(grant, leftOf(grant.depositCents, quantity, quantity - left))]
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
    .map((grant): Granted => ({ ...grant, ruleId, lineIds }))
    .filter((grant) => !isWithCut(grant) && !isOfLine(grant))
}

/**
 * What the rules that gave something still give for the units that stay. Gifts, points, cards, coupons, draws, donations and costs:
 * each rule is asked again with what those units paid, so a gift from 200 on is lost when what stays paid 150. What came with a
 * discount or belongs to a line stays in proportion.
 */
export function keptGrants(order: PaidOrder, kept: Kept, lines: readonly PricedLine[]): Granted[] {
  const { grants, outcomes } = order.priced
  if (grants.length === 0 || lines.length === 0) return []
  const state = stateOfShares(order, kept, lines)
  for (const outcome of outcomes)
    if (outcome.applied && grants.some(({ ruleId }) => ruleId === outcome.ruleId))
      state.grants.push(...grantsOf(outcome, order, state))
  for (const grant of grants)
    if (isWithCut(grant)) state.grants.push(...keptWithCut(grant, order, lines))
    else if (isOfLine(grant)) state.grants.push(...keptWithLine(grant, order, kept))
  return state.grants
}
