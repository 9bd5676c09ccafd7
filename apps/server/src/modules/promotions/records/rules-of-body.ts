import type { PromotionBody, PromotionRule } from '@zhanggui/contract'
import type { Rule } from '@zhanggui/promotion'

const later = (a: string, b: string | undefined): string => (b !== undefined && Date.parse(b) > Date.parse(a) ? b : a)
const earlier = (a: string, b: string | undefined): string => (b !== undefined && Date.parse(b) < Date.parse(a) ? b : a)

/** The contract's rule is the engine's; amounts are branded there, and the engine checks them before it compiles. */
export const toRule = (rule: PromotionRule): Rule => rule as unknown as Rule

/** The engine's rules of a promotion; none holds outside the promotion's own time. */
export function rulesOfBody({ rules, from, until }: Pick<PromotionBody, 'rules' | 'from' | 'until'>): Rule[] {
  return rules.map((rule) => {
    const when = { ...rule.when, from: later(from, rule.when?.from), until: earlier(until, rule.when?.until) }
    return toRule({ ...rule, when })
  })
}
