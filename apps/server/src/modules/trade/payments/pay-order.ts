import type { PaymentStarted } from '@zhanggui/contract'
import { duePayment } from '@zhanggui/orders'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { workOrder } from '../life/effects/work-effects.ts'
import { type OrderKey, readShopOrderRow } from '../life/order-rows.ts'
import { tellOrder } from '../life/tell-order.ts'
import { adapterOf } from './adapter.ts'
import { ownAttempt, readAttempts } from './attempt-rows.ts'
import { chooseForShop } from './choose-for-shop.ts'
import { noteOutcome } from './health-rows.ts'
import { type Provider, readProviders } from './providers.ts'
import { type AttemptRow, paymentAttempts } from './schema.ts'

/** A buyer waits so long for one provider before another is tried; twice what a slow bank takes. */
export const PATIENCE_MS = 15_000
/** After a reply that says nothing, the provider is asked so soon. */
const ASK_AFTER_MS = 5_000
/** Providers tried within one call. */
const TRIES = 3

const startedOf = ({ id, provider, cents, state }: AttemptRow, switched: string[]): PaymentStarted => ({
  attemptId: id,
  provider,
  cents,
  state,
  switched,
})

/** An attempt that may still come to an end by itself: a second click does not charge a second time. */
const waitingOf = (attempts: readonly AttemptRow[], now: Date): AttemptRow | undefined =>
  attempts.find(({ state, sentAt }) => state === 'sent' && now.getTime() - sentAt.getTime() < PATIENCE_MS)

async function open(
  context: Context,
  key: OrderKey,
  given: { n: number; cents: number; provider: string },
): Promise<AttemptRow> {
  const now = context.clock.now()
  const row: AttemptRow = {
    store: key.store,
    id: `${key.orderId}:p${given.n}`,
    orderId: key.orderId,
    provider: given.provider,
    cents: given.cents,
    state: 'sent',
    sentAt: now,
    answeredAt: null,
    askAt: new Date(now.getTime() + PATIENCE_MS),
    contradictions: 0,
  }
  const [made] = await context.records.db.insert(paymentAttempts).values(row).onConflictDoNothing().returning()
  // The same order is being paid by another call: that one's attempt is the order's.
  if (!made) throw new ApiFailure('payment_under_way', { order: key.orderId })
  return made
}

/** Whether the request was taken. A provider that errs or is silent may have charged nevertheless: it is asked later. */
async function send(context: Context, provider: Provider, attempt: AttemptRow): Promise<boolean> {
  const { store, id, cents } = attempt
  const reply = await adapterOf(context, store, provider).charge(id, cents)
  const outcome = reply === 'accepted' ? 'fine' : reply
  await noteOutcome(context, { store, provider: provider.providerId }, outcome)
  if (reply === 'accepted') return true
  const askAt = new Date(context.clock.now().getTime() + ASK_AFTER_MS)
  await context.records.db.update(paymentAttempts).set({ state: 'unsure', askAt }).where(ownAttempt(store, id))
  return false
}

async function tryProviders(context: Context, key: OrderKey, cents: number, before: number): Promise<PaymentStarted> {
  const providers = await readProviders(context, key.store)
  const tried: string[] = []
  for (let i = 0; i < TRIES && tried.length < providers.length; i++) {
    const choice = await chooseForShop(context, key.store, { providers, amountCents: cents, tried })
    const provider = providers.find(({ providerId }) => providerId === choice?.providerId)
    if (!provider || tried.includes(provider.providerId)) break
    const attempt = await open(context, key, { n: before + i + 1, cents, provider: provider.providerId })
    if (await send(context, provider, attempt)) return startedOf(attempt, tried)
    tried.push(provider.providerId)
  }
  throw new ApiFailure(tried.length === 0 ? 'payment_no_provider' : 'payment_unavailable', {
    seconds: 30,
    tried: tried.join(', '),
  })
}

/**
 * Asks for what an order owes (P7.05): from the provider that is well and cheapest, and from the next when that one errs or is silent.
 * However many were tried, only one charge is kept; another that turns out to have happened goes back by itself.
 * Errors: throws `not_found`, `order_unverified`, `payment_not_due`, `payment_no_provider`, `payment_unavailable`, `payment_under_way`.
 */
export async function payShopOrder(context: Context, key: OrderKey): Promise<PaymentStarted> {
  const row = await readShopOrderRow(context.records.db, key)
  if (row.life.check?.state === 'waiting' && row.stage === 'placed')
    throw new ApiFailure('order_unverified', {
      order: key.orderId,
      until: new Date(row.life.check.until).toISOString(),
    })
  const due = duePayment(row.life)
  if (!due) throw new ApiFailure('payment_not_due', { order: key.orderId, stage: row.stage })
  if (due.cents === 0) {
    const paymentId = `${key.orderId}:free`
    await tellOrder(context, key, { command: { kind: 'takeMoney', paymentId, cents: 0 }, actor: 'system' })
    await workOrder(context, key)
    return { attemptId: paymentId, provider: '', cents: 0, state: 'charged', switched: [] }
  }
  const attempts = await readAttempts(context.records.db, key)
  const waiting = waitingOf(attempts, context.clock.now())
  return waiting ? startedOf(waiting, []) : tryProviders(context, key, due.cents, attempts.length)
}
