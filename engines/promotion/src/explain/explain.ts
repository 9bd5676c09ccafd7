import type { CartProblem } from '../cart/check-cart.ts'
import type { RefundProblem } from '../refund/paid-order.ts'
import type { Refund } from '../refund/take-back.ts'
import type { RuleProblem } from '../rules/check-rules.ts'
import type { RuleSet } from '../rules/compile-rules.ts'
import { type Explained, explainFacts } from './explain-facts.ts'
import type { Fact, Locale, Words } from './fact.ts'
import { FACTS_EN } from './facts-en.ts'
import { FACTS_ZH } from './facts-zh.ts'
import { PROBLEMS_EN } from './problems-en.ts'
import { PROBLEMS_ZH } from './problems-zh.ts'
import { REFUND_EN } from './refund-en.ts'
import { type RefundFact, refundFacts } from './refund-facts.ts'
import { REFUND_ZH } from './refund-zh.ts'

const FACTS = { zh: FACTS_ZH, en: FACTS_EN }
const REFUNDS = { zh: REFUND_ZH, en: REFUND_EN }
const PROBLEMS = { zh: PROBLEMS_ZH, en: PROBLEMS_EN }

/** One fact in words. */
export function sayFact(fact: Fact, locale: Locale): string {
  const say = FACTS[locale].fact[fact.kind] as (fact: Fact) => string
  return say(fact)
}

export type Sentence = { fact: Fact; text: string }

/**
 * A priced cart in sentences: for each line which rule took what and how it was worked out, what was given, who bears it, and for
 * each rule that did not hold why, and how far away it is. Stable: the same cart and rules give the same sentences.
 */
export const explain = (order: Explained, locale: Locale): Sentence[] =>
  explainFacts(order).map((fact) => ({ fact, text: sayFact(fact, locale) }))

export function sayRefundFact(fact: RefundFact, locale: Locale): string {
  const say = REFUNDS[locale].fact[fact.kind] as (fact: RefundFact) => string
  return say(fact)
}

/** A return in sentences: what comes back for what, what is kept back and why, gifts, points, coupons, and who bears what less. */
export const explainRefund = (refund: Refund, ruleSet: RuleSet, locale: Locale): { fact: RefundFact; text: string }[] =>
  refundFacts(refund, ruleSet).map((fact) => ({ fact, text: sayRefundFact(fact, locale) }))

type Sayer<P> = (problem: P) => string

const both = (say: (locale: Locale) => string): Words => ({ zh: say('zh'), en: say('en') })

/** What is wrong with a cart and what to do about it, in both languages. */
export const sayCartProblem = (problem: CartProblem): Words =>
  both((locale) => (PROBLEMS[locale].cart[problem.code] as Sayer<CartProblem>)(problem))

export const sayRuleProblem = (problem: RuleProblem): Words =>
  both((locale) => (PROBLEMS[locale].rule[problem.code] as Sayer<RuleProblem>)(problem))

export const sayRefundProblem = (problem: RefundProblem): Words =>
  both((locale) => (PROBLEMS[locale].refund[problem.code] as Sayer<RefundProblem>)(problem))
