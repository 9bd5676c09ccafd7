import type { LifeAnswer } from '@zhanggui/orders'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { EffectPending, type EffectTask } from '../life/effects/carry-out.ts'
import { adapterOf } from './adapter.ts'
import { ownAttempt } from './attempt-rows.ts'
import { readProviders } from './providers.ts'
import { paymentAttempts, paymentRefunds } from './schema.ts'

type Refund = typeof paymentRefunds.$inferSelect

export const ownRefund = (store: string, id: string) => and(eq(paymentRefunds.store, store), eq(paymentRefunds.id, id))

/** Sends one refund to its provider, under its own id. True: it was taken. */
export async function sendRefund(
  context: Context,
  { store, id, attemptId, provider, cents }: Refund,
): Promise<boolean> {
  const known = (await readProviders(context, store)).find(({ providerId }) => providerId === provider)
  if (!known) return false
  return (await adapterOf(context, store, known).refund(id, { attemptId, cents })) === 'accepted'
}

/** Money goes back by the way it came; while the provider is down it waits. */
export async function refundPayment(
  context: Context,
  { row, effect }: EffectTask<'refundPayment'>,
): Promise<LifeAnswer> {
  const { n, paymentId, cents } = effect
  const { db } = context.records
  const { store } = row
  const [attempt] = await db.select().from(paymentAttempts).where(ownAttempt(store, paymentId))
  if (!attempt) throw new EffectPending(`payment ${paymentId} is not known`)
  const refund = { store, id: `${row.id}:${n}`, attemptId: paymentId, provider: attempt.provider, cents, doneAt: null }
  await db.insert(paymentRefunds).values(refund).onConflictDoNothing()
  if (!(await sendRefund(context, refund))) throw new EffectPending(`${attempt.provider} did not take the refund`)
  await db.update(paymentRefunds).set({ doneAt: context.clock.now() }).where(ownRefund(store, refund.id))
  return { kind: 'effectDone', n }
}
