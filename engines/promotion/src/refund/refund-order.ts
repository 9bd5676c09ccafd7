import { err, ok, type Result } from '@zhanggui/kernel'
import {
  checkPaidOrder,
  type PaidOrder,
  type RefundPolicy,
  type RefundProblem,
  type ReturnRequest,
} from './paid-order.ts'
import { openStanding, type Standing } from './standing.ts'
import { type Refund, takeBack } from './take-back.ts'

/**
 * An order's returns, one after the other.
 * Shape: one refund for each request, and how the order stands after the last. Unit: fen.
 * Errors: the order does not fit its rules, or one of the requests cannot be carried out (`at` is its place); no refund is given then.
 */
export function refundOrder(
  order: PaidOrder,
  policy: RefundPolicy,
  requests: readonly ReturnRequest[],
): Result<{ refunds: readonly Refund[]; standing: Standing }, { at: number; problems: RefundProblem[] }> {
  const checked = checkPaidOrder(order)
  if (!checked.ok) return err({ at: 0, problems: checked.error })
  let standing = openStanding(checked.value, policy)
  const refunds: Refund[] = []
  for (const [at, request] of requests.entries()) {
    const refund = takeBack(checked.value, standing, request)
    if (!refund.ok) return err({ at, problems: refund.error })
    refunds.push(refund.value)
    standing = refund.value.after
  }
  return ok({ refunds, standing })
}
