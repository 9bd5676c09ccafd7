import type { ProviderList } from '@zhanggui/contract'
import { newHealth } from '@zhanggui/orders'
import { and, count, eq, inArray, isNull } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { readHealth } from './health-rows.ts'
import { readProviders } from './providers.ts'
import { paymentAttempts, paymentCurrent, paymentRefunds } from './schema.ts'

/** How the providers of a shop are, who is asked first, and what is open with them. */
export async function listProviders(context: Context, store: string): Promise<ProviderList> {
  const { db } = context.records
  const health = await readHealth(db, store, context.clock.now().getTime())
  const [current] = await db.select().from(paymentCurrent).where(eq(paymentCurrent.store, store))
  const openState = inArray(paymentAttempts.state, ['sent', 'unsure'])
  const [attempts] = await db
    .select({ n: count() })
    .from(paymentAttempts)
    .where(and(eq(paymentAttempts.store, store), openState))
  const [refunds] = await db
    .select({ n: count() })
    .from(paymentRefunds)
    .where(and(eq(paymentRefunds.store, store), isNull(paymentRefunds.doneAt)))
  const providers = (await readProviders(context, store)).map(({ providerId, adapter, isOn, feeBp, feeFixedCents }) => {
    const { state, since, recent } = health.get(providerId) ?? newHealth(providerId)
    const failed = recent.filter((outcome) => outcome !== 'fine').length
    const isCurrent = current?.provider === providerId
    const known = { provider: providerId, adapter, isOn, isCurrent, state, feeBp, feeFixedCents }
    return { ...known, since: since === 0 ? null : new Date(since).toISOString(), tries: recent.length, failed }
  })
  return { providers, openAttempts: attempts?.n ?? 0, openRefunds: refunds?.n ?? 0 }
}
