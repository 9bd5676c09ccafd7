import type { CartProblem } from '../cart/check-cart.ts'
import type { Grant } from '../mechanics/mechanic.ts'
import type { MissReason } from '../price/reasons.ts'
import type { RefundProblem } from '../refund/paid-order.ts'
import type { RuleProblem } from '../rules/check-rules.ts'
import type { Payer } from '../rules/rule.ts'
import type { CutWay, Fact, FactOf } from './fact.ts'
import type { RefundFact, RefundFactOf } from './refund-facts.ts'

type ByCode<P extends { code: string }> = { readonly [C in P['code']]: (problem: Extract<P, { code: C }>) => string }

/** Everything that one language needs. A new kind of fact, reason or problem does not compile until it has its words here. */
export type FactTexts = {
  readonly fact: { readonly [K in Fact['kind']]: (fact: FactOf<K>) => string }
  readonly cutWay: { readonly [W in CutWay]: (fact: FactOf<'cut'>) => string }
  readonly grant: { readonly [K in Grant['kind']]: (grant: Extract<Grant, { kind: K }>) => string }
  readonly payer: Readonly<Record<Payer, string>>
  /** What to do about a rule that did not hold. */
  readonly reason: { readonly [R in MissReason]: (fact: FactOf<'missed'>) => string }
}

export type ProblemTexts = {
  readonly cart: ByCode<CartProblem>
  readonly rule: ByCode<RuleProblem>
  readonly refund: ByCode<RefundProblem>
}

export type RefundTexts = {
  readonly fact: { readonly [K in RefundFact['kind']]: (fact: RefundFactOf<K>) => string }
  /** What becomes of something that was given, when it is no longer earned. */
  readonly grantBack: { readonly [K in Grant['kind']]: (grant: Extract<Grant, { kind: K }>) => string }
}
