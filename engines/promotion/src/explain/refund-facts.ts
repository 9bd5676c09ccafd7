import type { Granted } from '../price/priced-cart.ts'
import type { Refund } from '../refund/take-back.ts'
import type { RuleSet } from '../rules/compile-rules.ts'
import type { Payer } from '../rules/rule.ts'

/** One thing to know about a refund, as plain data. Amounts in fen. */
export type RefundFact =
  | { kind: 'returned'; lineId: string; units: number; cents: number }
  | { kind: 'clawedBack'; lineId: string; cents: number }
  | { kind: 'betterOffer'; lineId: string; cents: number }
  | { kind: 'postageBack'; shopId: string; cents: number }
  | { kind: 'postageClawedBack'; shopId: string; cents: number }
  | { kind: 'agreed'; lineId: string; cents: number }
  | { kind: 'giftCharged'; cents: number }
  | { kind: 'deducted'; cents: number }
  | { kind: 'refund'; cents: number }
  | { kind: 'uncollected'; cents: number }
  | { kind: 'grantBack'; ruleId: string; name: string; grant: Granted }
  | { kind: 'claimBack'; ruleId: string; name: string; claimId: string }
  | { kind: 'reversed'; ruleId: string; name: string; payer: Payer; shopId: string; cents: number }

export type RefundFactOf<K extends RefundFact['kind']> = Extract<RefundFact, { kind: K }>

/** A rest that pays more has lost a discount; one that pays less has a better one than the whole order had. */
function lineFacts({ lines }: Refund): RefundFact[] {
  return lines.flatMap(({ lineId, unitsBack, paidBackCents, clawBackCents, agreedCents = 0 }): RefundFact[] => [
    ...(unitsBack > 0 ? [{ kind: 'returned' as const, lineId, units: unitsBack, cents: paidBackCents }] : []),
    ...(clawBackCents > 0 ? [{ kind: 'clawedBack' as const, lineId, cents: clawBackCents }] : []),
    ...(clawBackCents < 0 ? [{ kind: 'betterOffer' as const, lineId, cents: -clawBackCents }] : []),
    ...(agreedCents > 0 ? [{ kind: 'agreed' as const, lineId, cents: agreedCents }] : []),
  ])
}

/** Less postage to pay for the rest is postage given back, whether it was asked for or not. */
function feeFacts({ fees }: Refund): RefundFact[] {
  return fees.flatMap(({ shopId, paidBackCents, clawBackCents }): RefundFact[] => {
    const backCents = paidBackCents - clawBackCents
    if (backCents === 0) return []
    return [
      backCents > 0
        ? { kind: 'postageBack', shopId, cents: backCents }
        : { kind: 'postageClawedBack', shopId, cents: -backCents },
    ]
  })
}

/** Everything there is to say about one return: what comes back for what, what is kept back and why, what else is undone. */
export function refundFacts(refund: Refund, ruleSet: RuleSet): RefundFact[] {
  const { refundCents, giftChargeCents, deductedCents, grantsBack, claimsBack, reversed, after } = refund
  const name = (ruleId: string): string => ruleSet.rules.get(ruleId)?.rule.name ?? ruleId
  const { uncollectedCents } = after
  return [
    ...lineFacts(refund),
    ...feeFacts(refund),
    ...(giftChargeCents > 0 ? [{ kind: 'giftCharged' as const, cents: giftChargeCents }] : []),
    ...(deductedCents > 0 ? [{ kind: 'deducted' as const, cents: deductedCents }] : []),
    { kind: 'refund', cents: refundCents },
    ...(uncollectedCents > 0 ? [{ kind: 'uncollected' as const, cents: uncollectedCents }] : []),
    ...grantsBack.map((grant) => ({
      kind: 'grantBack' as const,
      ruleId: grant.ruleId,
      name: name(grant.ruleId),
      grant,
    })),
    ...claimsBack.map(({ ruleId, claimId }) => ({ kind: 'claimBack' as const, ruleId, name: name(ruleId), claimId })),
    ...reversed.map(({ ruleId, payer, shopId, cents }) => ({
      kind: 'reversed' as const,
      ruleId,
      name: name(ruleId),
      payer,
      shopId,
      cents,
    })),
  ]
}
