import {
  openStanding,
  type PaidOrder,
  type Refund,
  type RefundPolicy,
  type ReturnRequest,
  refundOrder,
  type Standing,
  sayRefundProblem,
} from '@zhanggui/promotion'
import { ApiFailure, wordsOf } from '../../../../http/api-failure.ts'
import type { ReturnRow } from '../schema.ts'

/** One return with how the order stood before it; how it stands afterwards is `refund.after`. */
export type Reckoned = { order: PaidOrder; before: Standing; refund: Refund }

function refusal(problems: readonly Parameters<typeof sayRefundProblem>[0][]): ApiFailure {
  const faults = problems.map((problem) => ({ ...problem, ...sayRefundProblem(problem) }))
  return new ApiFailure('return_refused', { first: wordsOf(faults[0]), faults })
}

/**
 * How an order stands after its returns so far, reckoned anew from all of them.
 * Errors: throws `return_refused` when the stored order does not fit its own rules any more.
 */
export function standingOf(order: PaidOrder, policy: RefundPolicy, returns: readonly ReturnRow[]): Standing {
  if (returns.length === 0) return openStanding(order, policy)
  const past = refundOrder(
    order,
    policy,
    returns.map(({ request }) => request),
  )
  if (!past.ok) throw refusal(past.error.problems)
  return past.value.standing
}

/**
 * What one more return of an order does. Errors: throws `return_refused` with everything that keeps it from being carried out.
 */
export function reckonReturn(
  order: PaidOrder,
  { policy, returns, request }: { policy: RefundPolicy; returns: readonly ReturnRow[]; request: ReturnRequest },
): Reckoned {
  const all = [...returns.map((row) => row.request), request]
  const reckoned = refundOrder(order, policy, all)
  if (!reckoned.ok) throw refusal(reckoned.error.problems)
  const { refunds } = reckoned.value
  const refund = refunds.at(-1) as Refund
  return { order, before: refunds.at(-2)?.after ?? openStanding(order, policy), refund }
}
