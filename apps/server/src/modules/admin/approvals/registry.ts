import { ApiFailure } from '../../../http/api-failure.ts'
import { OVER_CEILING } from '../../budget/ledger/over-ceiling-approval.ts'
import { RESERVE_RELEASE } from '../../budget/reserve/reserve-approval.ts'
import { CAMPAIGN_APPROVAL } from '../../campaigns/records/approve-campaign.ts'
import { PRICE_APPROVAL } from '../../promotions/prices/price-approval.ts'
import { PROGRAMME_PAYOUT } from '../../promotions/programmes/payouts/payout-approval.ts'
import { PROGRAMME_APPROVAL } from '../../promotions/programmes/records/open-programme.ts'
import { PROMOTION_APPROVAL } from '../../promotions/records/approve-promotion.ts'
import { RISK_IN_FORCE } from '../../risk/scorecards/put-in-force.ts'
import { RESOURCES } from '../resources/registry.ts'
import { resourceApproval } from '../resources/resource-approval.ts'
import { APPROVAL_RULE } from './approval-rule.ts'
import type { ApprovalDeclaration } from './define-approval.ts'

/** Every kind of change that may need a second person; a new one is a declaration and a line here. */
export const APPROVALS: readonly ApprovalDeclaration[] = [
  APPROVAL_RULE,
  RESERVE_RELEASE,
  OVER_CEILING,
  PROMOTION_APPROVAL,
  PRICE_APPROVAL,
  CAMPAIGN_APPROVAL,
  PROGRAMME_APPROVAL,
  PROGRAMME_PAYOUT,
  RISK_IN_FORCE,
  ...RESOURCES.flatMap((resource) => resourceApproval(resource) ?? []),
]

/** Errors: throws `not_found` for a kind that is not declared. */
export function getApproval(kind: string): ApprovalDeclaration {
  const declaration = APPROVALS.find(({ id }) => id === kind)
  if (!declaration) throw new ApiFailure('not_found', { what: `approvals/${kind}` })
  return declaration
}
