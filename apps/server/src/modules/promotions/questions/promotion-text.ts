import type { PromotionText } from '@zhanggui/contract'
import { findPipeline, ruleText, TMALL_PARALLEL } from '@zhanggui/promotion'
import type { Context } from '../../../context.ts'
import { askedRules, compileAsked } from './asked-rules.ts'

/**
 * What buyers read about the newest version of a promotion, rule by rule, with what each rule cannot stand beside (P6.34).
 * Errors: throws `not_found`, `rule_faults` while a rule does not hold.
 */
export async function promotionText(context: Context, store: string, promotion: string): Promise<PromotionText> {
  const asked = await askedRules(context, store, { promotion, beside: true })
  compileAsked(asked)
  const pipeline = findPipeline(asked.own.pipeline) ?? TMALL_PARALLEL
  const all = [asked.own, ...asked.beside].flatMap(({ rules }) => rules)
  return asked.own.rules.map((rule) => {
    const { clarity, examples, conflicts, conditions, stacking, offer } = ruleText(rule, pipeline, all)
    return {
      ruleId: rule.ruleId,
      name: rule.name,
      offer,
      conditions: [...conditions],
      stacking: [...stacking],
      examples: examples.map(({ said }) => said),
      clarity: clarity.score,
      unexplained: [...clarity.undefinedTerms],
      conflicts: conflicts.map(({ ruleId, zh, en }) => ({ ruleId, zh, en })),
    }
  })
}
