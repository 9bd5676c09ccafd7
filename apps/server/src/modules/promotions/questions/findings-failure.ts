import type { PromotionFinding } from '@zhanggui/contract'
import { ApiFailure, wordsOf } from '../../../http/api-failure.ts'

/** Rules that cannot go on, with everything that was found. The sentence quotes the first finding. */
export function findingsFailure(
  code: 'promotion_findings' | 'rule_faults',
  findings: readonly PromotionFinding[],
): ApiFailure {
  const [first] = findings
  return new ApiFailure(code, { count: findings.length, first: wordsOf(first), findings })
}
