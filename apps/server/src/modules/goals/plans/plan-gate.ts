import type { Store } from '@zhanggui/contract'
import type { Finding, Plan } from '@zhanggui/plan'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'

/** Everything that is wrong, or worth a look, in a plan of the shop. */
export type CheckOfPlan = (context: Context, store: Store, plan: Plan) => Promise<readonly Finding[]>

/** Findings that an answer carries. */
const FINDINGS_MAX = 100

/** Errors: throws `plan_blocked` with the findings while one of level error remains (P2.06, P16.02). */
export function requireNoErrors(findings: readonly Finding[]): void {
  const errors = findings.filter(({ level }) => level === 'error')
  if (errors.length > 0)
    throw new ApiFailure('plan_blocked', { count: errors.length, findings: errors.slice(0, FINDINGS_MAX) })
}
