import { borneByCuts } from '../refund/borne.ts'
import type { PaidOrder } from '../refund/paid-order.ts'
import { PAYERS } from '../rules/rule.ts'
import { cutFacts } from './cut-facts.ts'
import type { Fact } from './fact.ts'

/** A cart with its answer and the rules that gave it. */
export type Explained = Pick<PaidOrder, 'cart' | 'priced' | 'ruleSet'>

const nameOf = ({ ruleSet }: Explained, ruleId: string): string => ruleSet.rules.get(ruleId)?.rule.name ?? ruleId

function lineFacts(order: Explained): Fact[] {
  const cuts = cutFacts(order)
  return order.priced.lines.flatMap(({ lineId, quantity, listedCents, payableCents }): Fact[] => {
    const own = cuts.filter((cut) => cut.lineId === lineId)
    return [
      { kind: 'listed', lineId, quantity, unitCents: listedCents / quantity, cents: listedCents },
      ...own,
      { kind: 'payable', lineId, cents: payableCents, quantity, cuts: own.length },
    ]
  })
}

function feeFacts(order: Explained): Fact[] {
  return order.priced.shipping.flatMap(({ shopId, feeCents, payableCents, cuts }): Fact[] => [
    { kind: 'fee', shopId, cents: feeCents },
    ...cuts.map(({ ruleId, cents }) => ({
      kind: 'feeCut' as const,
      shopId,
      ruleId,
      name: nameOf(order, ruleId),
      cents,
    })),
    { kind: 'feePayable', shopId, cents: payableCents },
  ])
}

function outcomeFacts(order: Explained): Fact[] {
  return order.priced.outcomes.flatMap((outcome): Fact[] => {
    const { ruleId, level, claimId, next } = outcome
    const name = nameOf(order, ruleId)
    if (outcome.applied) return next ? [{ kind: 'nextTier', ruleId, name, next }] : []
    const { reason, by } = outcome
    const byName = by === undefined ? {} : { byName: nameOf(order, by) }
    const claim = claimId === undefined ? {} : { claimId }
    return [{ kind: 'missed', ruleId, name, ...claim, level, reason, ...byName, ...(next && { next }) }]
  })
}

function borneFacts({ priced }: Explained): Fact[] {
  const borne = borneByCuts([...priced.lines, ...priced.shipping])
  return PAYERS.flatMap((payer): Fact[] => {
    const cents = borne.reduce((sum, entry) => sum + (entry.payer === payer ? entry.cents : 0), 0)
    return cents === 0 ? [] : [{ kind: 'borne', payer, cents }]
  })
}

/** Everything there is to say about a priced cart: lines with their cuts, postage, the sum, what was given, who bears it, what did not hold. */
export function explainFacts(order: Explained): Fact[] {
  const { listedCents, cutCents, shippingCents, payableCents, grants } = order.priced
  return [
    ...lineFacts(order),
    ...feeFacts(order),
    { kind: 'total', listedCents, cutCents, shippingCents, payableCents },
    ...grants.map((grant) => ({
      kind: 'granted' as const,
      ruleId: grant.ruleId,
      name: nameOf(order, grant.ruleId),
      grant,
    })),
    ...borneFacts(order),
    ...outcomeFacts(order),
  ]
}
