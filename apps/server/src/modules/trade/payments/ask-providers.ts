import { asc, lte } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { listStores } from '../../admin/stores.ts'
import type { TickJob, TickRound } from '../../live/tick-job.ts'
import { adapterOf } from './adapter.ts'
import { ownAttempt } from './attempt-rows.ts'
import { hearAnswer, hearPayment } from './hear-payment.ts'
import { type Provider, readProviders } from './providers.ts'
import { type AttemptRow, paymentAttempts } from './schema.ts'

const AT_ONCE = 200
/** A provider that does not answer questions is asked again so much later. */
const ASK_AGAIN_MS = 30_000

async function askOne(context: Context, attempt: AttemptRow, providers: readonly Provider[]): Promise<void> {
  const { store, id } = attempt
  const provider = providers.find(({ providerId }) => providerId === attempt.provider)
  const truth = provider ? await adapterOf(context, store, provider).query(id) : 'timeout'
  if (truth !== 'timeout') {
    await hearAnswer(context, store, id, truth)
    return
  }
  const askAt = new Date(context.clock.now().getTime() + ASK_AGAIN_MS)
  const state = attempt.state === 'sent' ? 'unsure' : attempt.state
  await context.records.db.update(paymentAttempts).set({ askAt, state }).where(ownAttempt(store, id))
}

/** Asks what became of attempts whose answer is overdue, or was contradicted. Shape: how many were asked about. */
export async function askProviders(context: Context, { now, signal }: TickRound): Promise<number> {
  const due = await context.records.db
    .select()
    .from(paymentAttempts)
    .where(lte(paymentAttempts.askAt, now))
    .orderBy(asc(paymentAttempts.askAt))
    .limit(AT_ONCE)
  const known = new Map<string, Provider[]>()
  for (const attempt of due) {
    if (signal.aborted) break
    const providers = known.get(attempt.store) ?? (await readProviders(context, attempt.store))
    known.set(attempt.store, providers)
    await askOne(context, attempt, providers)
  }
  return due.length
}

/** Fetches notices from providers that do not call us. */
export async function fetchNotices(context: Context, store: string): Promise<number> {
  let heard = 0
  for (const provider of await readProviders(context, store))
    for (const notice of await adapterOf(context, store, provider).takeNotices()) {
      await hearPayment(context, store, notice)
      heard++
    }
  return heard
}

export const FOLLOW_PAYMENTS: TickJob = {
  id: 'payments',
  everySeconds: 1,
  async run(context, round) {
    for (const { id } of await listStores(context)) await fetchNotices(context, id)
    await askProviders(context, round)
  },
}
