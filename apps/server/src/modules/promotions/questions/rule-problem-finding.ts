import type { PromotionFinding } from '@zhanggui/contract'
import { type RuleProblem, sayRuleProblem } from '@zhanggui/promotion'

/** A rule that cannot be made ready, as a finding that stands in the way. */
export function findingOfProblem(problem: RuleProblem): PromotionFinding {
  const { ruleId, code, ...facts } = problem
  return { code, severity: 'error', ruleIds: [ruleId], facts, ...sayRuleProblem(problem) }
}
