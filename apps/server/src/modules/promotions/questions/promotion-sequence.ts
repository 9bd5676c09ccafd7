import type { PromotionSequence } from '@zhanggui/contract'
import { applicationSequence } from '@zhanggui/promotion'
import type { Context } from '../../../context.ts'
import { askedRules, compileAsked } from './asked-rules.ts'

/**
 * In which order the newest version of a promotion, and what runs beside it, take their discounts, and who bears each (P6.28).
 * Errors: throws `not_found`, `rule_faults` while a rule does not hold.
 */
export async function promotionSequence(
  context: Context,
  store: string,
  promotion: string,
): Promise<PromotionSequence> {
  const asked = await askedRules(context, store, { promotion, beside: true })
  const own = new Set(asked.own.rules.map(({ ruleId }) => ruleId))
  return applicationSequence(compileAsked(asked)).map(({ place, levelWords, ruleId, name, borne, isExternal }) => ({
    ...{ place, level: levelWords, ruleId, name, borne, isExternal },
    isOwn: own.has(ruleId),
  }))
}
