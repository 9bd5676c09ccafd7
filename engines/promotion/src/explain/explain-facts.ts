import type { Outcome } from '../price/priced-cart.ts'
import { borneByCuts } from '../refund/borne.ts'
import type { PaidOrder } from '../refund/paid-order.ts'
import { groupOf } from '../rules/compile-rules.ts'
import { PAYERS } from '../rules/rule.ts'
import { cutFacts } from './cut-facts.ts'
import type { Fact, FactOf } from './fact.ts'

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
    ...(cuts.length > 0 ? [{ kind: 'feePayable' as const, shopId, cents: payableCents }] : []),
  ])
}

type Missed = Extract<Outcome, { applied: false }>

/** What stood in the way of a rule. Only where a group chose between the two is it said how. */
function rivalOf(order: Explained, { ruleId, level, reason, by }: Missed): FactOf<'missed'>['by'] {
  if (by === undefined) return undefined
  const compiled = order.ruleSet.rules.get(ruleId)
  const groups = order.ruleSet.pipeline.levels.find((l) => l.level === level)?.groups
  const group = compiled && groups?.find((g) => g.group === groupOf(compiled))
  const name = nameOf(order, by)
  return { ruleId: by, name, ...(reason === 'better_in_group' && group && { choose: group.choose }) }
}

function outcomeFacts(order: Explained): Fact[] {
  return order.priced.outcomes.flatMap((outcome): Fact[] => {
    const { ruleId, level, claimId, next } = outcome
    const name = nameOf(order, ruleId)
    if (outcome.applied) return next ? [{ kind: 'nextTier', ruleId, name, next }] : []
    const { reason } = outcome
    const by = rivalOf(order, outcome)
    const claim = claimId === undefined ? {} : { claimId }
    return [{ kind: 'missed', ruleId, name, ...claim, level, reason, ...(by && { by }), ...(next && { next }) }]
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
