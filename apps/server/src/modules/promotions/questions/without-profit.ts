import type { PromotionFinding, Role } from '@zhanggui/contract'
import { roleAllows } from '../../admin/role-permissions.ts'

/** Facts of a finding that let a reader work out what goods cost the shop. */
const PROFIT_FACT = /cost|margin/i

/** A finding as a role may read it: that something sells below its cost stays said, the cost itself does not. */
export function withoutProfit(finding: PromotionFinding, role: Role): PromotionFinding {
  if (roleAllows(role, 'profit:read') || !Object.keys(finding.facts).some((fact) => PROFIT_FACT.test(fact)))
    return finding
  const facts = Object.fromEntries(Object.entries(finding.facts).filter(([fact]) => !PROFIT_FACT.test(fact)))
  const hidden = {
    zh: '涉及成本与毛利，请有利润权限的同事查看。',
    en: 'It is about cost and margin; ask somebody who may see profit.',
  }
  return { ...finding, facts, ...hidden }
}
