import type { AnswerMerchantRequest, Store } from '@zhanggui/contract'
import { businessDayOf } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { changeRow } from '../../admin/resources/write-resource.ts'
import { MERCHANT_REQUESTS } from './merchant-requests.ts'

/** The merchant may answer what is asked, and take an answer back into a refusal. */
const ANSWERABLE: readonly (string | null)[] = ['asked', 'answered']

/**
 * The merchant's answer to a request, dated today.
 * Errors: throws `not_found`, `stale_version`, `state_not_reachable` once it is delivered or refused.
 */
export async function answerRequest(
  context: Context,
  caller: ResourceCaller,
  store: Store,
  given: AnswerMerchantRequest & { id: string },
): Promise<void> {
  const { id, version, decision, answer, evidence } = given
  const answeredDay = businessDayOf(context.clock.now(), store.timezone)
  await auditedTransaction(context, (tx, record) =>
    changeRow(context, { tx, record }, MERCHANT_REQUESTS, caller, {
      expected: { id, version },
      action: 'answer',
      reason: decision,
      change(current) {
        if (!ANSWERABLE.includes(current.state))
          throw new ApiFailure('state_not_reachable', { from: current.state, to: decision, next: '–' })
        const data = { ...current.data, answer, answeredDay, evidence: evidence || (current.data.evidence ?? null) }
        return { state: decision, data }
      },
    }),
  )
}
