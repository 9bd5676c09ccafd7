import { type Choice, chooseProvider, DEFAULT_HEALTH } from '@zhanggui/orders'
import { eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { countProbe, readHealth } from './health-rows.ts'
import type { Provider } from './providers.ts'
import { paymentCurrent } from './schema.ts'

/** A cheaper provider is changed to when it saves a twentieth of a percent; less is not worth a change. */
const SWITCH_BP = 5

/** Who is asked for this charge; who is asked first from now on is kept with the reason. */
export async function chooseForShop(
  context: Context,
  store: string,
  { providers, amountCents, tried }: { providers: readonly Provider[]; amountCents: number; tried: readonly string[] },
): Promise<Choice | undefined> {
  const { db } = context.records
  const now = context.clock.now()
  const health = await readHealth(db, store, now.getTime())
  const [current] = await db.select().from(paymentCurrent).where(eq(paymentCurrent.store, store))
  const ask = { amountCents, terms: providers, health, current: current?.provider, tried, policy: DEFAULT_HEALTH }
  const choice = chooseProvider({ ...ask, switchBp: SWITCH_BP })
  for (const { providerId, state } of health.values())
    if (state === 'probing') await countProbe(context, { store, provider: providerId })
  const isMove = choice && choice.providerId !== current?.provider && choice.why !== 'probe' && tried.length === 0
  if (isMove) {
    const since = { provider: choice.providerId, why: choice.why, since: now }
    await db
      .insert(paymentCurrent)
      .values({ store, ...since })
      .onConflictDoUpdate({ target: paymentCurrent.store, set: since })
    context.log.info({ store, from: current?.provider, ...since }, 'payments go to another provider')
  }
  return choice
}
