import { DEFAULT_HEALTH, letTimePass, newHealth, noteTry, type ProviderHealth, type TryOutcome } from '@zhanggui/orders'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import type { RecordDb, RecordTx } from '../../../storage/records/record-store.ts'
import { paymentHealth } from './schema.ts'

/** How well the providers of a shop are at this moment; one that was never asked is not among them. */
export async function readHealth(
  db: RecordDb | RecordTx,
  store: string,
  now: number,
): Promise<Map<string, ProviderHealth>> {
  const rows = await db.select().from(paymentHealth).where(eq(paymentHealth.store, store))
  return new Map(rows.map(({ provider, health }) => [provider, letTimePass(health, now)]))
}

/** Changes one provider's health while nobody else does. */
function changeHealth(
  context: Context,
  { store, provider }: { store: string; provider: string },
  change: (health: ProviderHealth, now: number) => ProviderHealth,
): Promise<ProviderHealth> {
  const own = and(eq(paymentHealth.store, store), eq(paymentHealth.provider, provider))
  return context.records.transaction(async (tx) => {
    await tx
      .insert(paymentHealth)
      .values({ store, provider, health: newHealth(provider) })
      .onConflictDoNothing()
    const [row] = await tx.select().from(paymentHealth).where(own).for('update')
    const now = context.clock.now().getTime()
    const health = change(letTimePass(row?.health ?? newHealth(provider), now), now)
    await tx.update(paymentHealth).set({ health }).where(own)
    return health
  })
}

export const noteOutcome = (
  context: Context,
  key: { store: string; provider: string },
  outcome: TryOutcome,
): Promise<ProviderHealth> => changeHealth(context, key, (health, now) => noteTry(health, outcome, now, DEFAULT_HEALTH))

/** Counts a payment while a provider is on trial: one in so many goes to it. */
export const countProbe = (context: Context, key: { store: string; provider: string }): Promise<ProviderHealth> =>
  changeHealth(context, key, (health) => ({ ...health, probes: health.probes + 1 }))
