import type { PaymentNotice } from '@zhanggui/contract'
import { type Attempt, type AttemptMove, hearNotice, hearTruth, type Notice } from '@zhanggui/orders'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { workOrder } from '../life/effects/work-effects.ts'
import { tellOrderIn } from '../life/tell-order.ts'
import { attemptOf, lockAttempt, movedColumns, ownAttempt } from './attempt-rows.ts'
import { noteOutcome } from './health-rows.ts'
import { type AttemptRow, paymentAttempts } from './schema.ts'

type Move = (attempt: Attempt, now: number) => AttemptMove

/** Attempt and order move in one transaction: an attempt that says "charged" is of an order that knows. */
async function moveAttempt(
  context: Context,
  { store, id }: { store: string; id: string },
  move: Move,
): Promise<AttemptRow> {
  const row = await context.records.transaction(async (tx) => {
    const before = await lockAttempt(tx, store, id)
    if (!before) throw new ApiFailure('not_found', { what: `payments/${id}` })
    const now = context.clock.now()
    const { attempt, takeMoney, ask } = move(attemptOf(before), now.getTime())
    const columns = movedColumns(attempt, ask ? now : null)
    await tx.update(paymentAttempts).set(columns).where(ownAttempt(store, id))
    if (takeMoney) {
      const command = { kind: 'takeMoney' as const, paymentId: id, cents: attempt.cents }
      await tellOrderIn(
        context,
        tx,
        { store, orderId: before.orderId },
        { command, actor: `provider:${before.provider}` },
      )
    }
    return { ...before, ...columns }
  })
  await workOrder(context, { store, orderId: row.orderId })
  return row
}

/**
 * Takes in what a provider tells, however late, twice, or against what it told before.
 * Errors: throws `not_found` for an attempt that is not this shop's.
 */
export async function hearPayment(context: Context, store: string, notice: PaymentNotice): Promise<AttemptRow> {
  const row = await moveAttempt(context, { store, id: notice.attemptId }, (attempt, now) =>
    hearNotice(attempt, notice, now),
  )
  if (notice.outcome === 'error') await noteOutcome(context, { store, provider: row.provider }, 'error')
  return row
}

/** Takes in what a provider answered when it was asked. */
export const hearAnswer = (
  context: Context,
  store: string,
  id: string,
  truth: Notice | 'unknown',
): Promise<AttemptRow> => moveAttempt(context, { store, id }, (attempt, now) => hearTruth(attempt, truth, now))
