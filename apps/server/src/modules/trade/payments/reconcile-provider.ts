import type { Reconciliation } from '@zhanggui/contract'
import { type Difference, reconcile } from '@zhanggui/orders'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { adapterOf } from './adapter.ts'
import { attemptOf } from './attempt-rows.ts'
import { hearAnswer } from './hear-payment.ts'
import { readProviders } from './providers.ts'
import { ownRefund, sendRefund } from './refund-payment.ts'
import { paymentAttempts, paymentRefunds } from './schema.ts'

type Of = { store: string; provider: string }

const refundsOf = (context: Context, { store, provider }: Of) =>
  context.records.db
    .select()
    .from(paymentRefunds)
    .where(and(eq(paymentRefunds.store, store), eq(paymentRefunds.provider, provider)))

async function booksOf(context: Context, of: Of) {
  const attempts = await context.records.db
    .select()
    .from(paymentAttempts)
    .where(and(eq(paymentAttempts.store, of.store), eq(paymentAttempts.provider, of.provider)))
  const refunds = await refundsOf(context, of)
  return {
    attempts: attempts.map(attemptOf),
    refunds: refunds.map(({ id, attemptId, cents, doneAt }) => ({
      refundId: id,
      attemptId,
      cents,
      isDone: doneAt !== null,
    })),
  }
}

/** Puts right what the statement proves; what it contradicts is for people. */
async function heal(context: Context, of: Of, { kind, id, theirCents }: Difference): Promise<boolean> {
  if (kind === 'unheard_charge') {
    await hearAnswer(context, of.store, id, { attemptId: id, outcome: 'charged', cents: theirCents })
    return true
  }
  if (kind === 'unheard_refund') {
    await context.records.db.update(paymentRefunds).set({ doneAt: context.clock.now() }).where(ownRefund(of.store, id))
    return true
  }
  if (kind !== 'missing_refund') return false
  const refund = (await refundsOf(context, of)).find((known) => known.id === id)
  return refund !== undefined && (await sendRefund(context, refund))
}

/**
 * Holds the books against a provider's statement (P7.05): money that nobody told of is taken, refunds that never arrived are sent
 * again, everything else is told. Errors: throws `not_found`.
 */
export async function reconcileProvider(context: Context, of: Of): Promise<Reconciliation> {
  const known = (await readProviders(context, of.store)).find(({ providerId }) => providerId === of.provider)
  if (!known) throw new ApiFailure('not_found', { what: `payment-providers/${of.provider}` })
  const statement = await adapterOf(context, of.store, known).statement()
  const differences: Reconciliation['differences'] = []
  for (const difference of reconcile(await booksOf(context, of), statement))
    differences.push({ ...difference, isHealed: await heal(context, of, difference) })
  const count = (kind: 'charge' | 'refund'): number => statement.filter((line) => line.kind === kind).length
  return { provider: of.provider, charges: count('charge'), refunds: count('refund'), differences }
}
