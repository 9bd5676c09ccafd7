import type { NextStep } from '../mechanics/mechanic.ts'
import type { Group } from '../pipeline/pipeline.ts'
import type { Granted } from '../price/priced-cart.ts'
import type { MissReason } from '../price/reasons.ts'
import type { Payer } from '../rules/rule.ts'

export const LOCALES = ['zh', 'en'] as const
export type Locale = (typeof LOCALES)[number]
export type Words = Readonly<Record<Locale, string>>

/**
 * How a cut came about on a line. `share`: split over the lines in proportion to what they had to pay. `filled`: the same, but a
 * line could not give its part and the others gave more. `alone`: the line took all of it. `own`: worked out for the line itself.
 */
export type CutWay = 'share' | 'filled' | 'alone' | 'own'

/** One thing to know about a priced cart, as plain data. Amounts in fen, of whole lines. */
export type Fact =
  | { kind: 'listed'; lineId: string; quantity: number; unitCents: number; cents: number }
  | {
      kind: 'cut'
      lineId: string
      ruleId: string
      name: string
      claimId?: string
      level: string
      way: CutWay
      /** What the line had to pay before, and what all lines of the rule had to pay together. */
      beforeCents: number
      beforeSum: number
      /** What the rule took off this line, and off all lines together. */
      cents: number
      cutSum: number
      quantity: number
      /** The mechanic's own words for it, where it has any. */
      detail?: Words
    }
  | { kind: 'payable'; lineId: string; cents: number; quantity: number; cuts: number }
  | { kind: 'fee'; shopId: string; cents: number }
  | { kind: 'feeCut'; shopId: string; ruleId: string; name: string; cents: number }
  | { kind: 'feePayable'; shopId: string; cents: number }
  | {
      kind: 'missed'
      ruleId: string
      name: string
      claimId?: string
      level: string
      reason: MissReason
      /** What stood in the way, and whether a group took it as the first of its rules or as the one that saves most. */
      by?: { ruleId: string; name: string; choose?: Group['choose'] }
      next?: NextStep
    }
  | { kind: 'nextTier'; ruleId: string; name: string; next: NextStep }
  | { kind: 'granted'; ruleId: string; name: string; grant: Granted }
  | { kind: 'borne'; payer: Payer; cents: number }
  | { kind: 'total'; listedCents: number; cutCents: number; shippingCents: number; payableCents: number }

export type FactOf<K extends Fact['kind']> = Extract<Fact, { kind: K }>
