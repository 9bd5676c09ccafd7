import { CheckRules, type PromotionFinding, type Role, type RulesChecked, type Store } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { askedRules } from './asked-rules.ts'
import { findProblems } from './find-problems.ts'
import { withoutProfit } from './without-profit.ts'

const countOf = (findings: readonly PromotionFinding[], severity: PromotionFinding['severity']): number =>
  findings.filter((finding) => finding.severity === severity).length

/** What is found in rules before anybody publishes them; nothing is stored (P6.33). Errors: throws `not_found`, `invalid_request`. */
export async function checkRulesFor(
  context: Context,
  caller: { store: Store; role: Role },
  input: CheckRules,
): Promise<RulesChecked> {
  const asked = parseInput(CheckRules, input)
  const { own } = await askedRules(context, caller.store.id, asked)
  const found = await findProblems(context, caller.store, own, asked.skuIds)
  const findings = found.map((finding) => withoutProfit(finding, caller.role))
  const counts = {
    error: countOf(found, 'error'),
    warning: countOf(found, 'warning'),
    note: countOf(found, 'note'),
  }
  return { findings, counts }
}
