import { SimulatedProvider } from '@zhanggui/orders'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import type { PaymentAdapter } from './adapter.ts'
import type { Provider } from './providers.ts'
import { paymentSimulator } from './schema.ts'

const EMPTY = { charges: [], refunds: [], notices: [], calls: 0 }

/** A simulated provider whose books are in the records: it outlives a restart as a real one does. */
export function simulatorAdapter(context: Context, store: string, { providerId, faults }: Provider): PaymentAdapter {
  const own = and(eq(paymentSimulator.store, store), eq(paymentSimulator.provider, providerId))

  const withBooks = <T>(work: (provider: SimulatedProvider, now: number) => T): Promise<T> =>
    context.records.transaction(async (tx) => {
      await tx.insert(paymentSimulator).values({ store, provider: providerId, books: EMPTY }).onConflictDoNothing()
      const [row] = await tx.select().from(paymentSimulator).where(own).for('update')
      const { calls, ...books } = row?.books ?? EMPTY
      const provider = new SimulatedProvider(providerId, { seed: String(calls), faults, books })
      const result = work(provider, context.clock.now().getTime())
      await tx
        .update(paymentSimulator)
        .set({ books: { ...provider.books(), calls: calls + 1 } })
        .where(own)
      return result
    })

  const isNoticeDue = async (): Promise<boolean> => {
    const [row] = await context.records.db.select().from(paymentSimulator).where(own)
    const now = context.clock.now().getTime()
    return row?.books.notices.some(({ at }) => at <= now) ?? false
  }

  return {
    charge: (attemptId, cents) => withBooks((provider, now) => provider.charge(attemptId, cents, now)),
    refund: (refundId, of) => withBooks((provider, now) => provider.refund(refundId, of, now)),
    query: (attemptId) => withBooks((provider, now) => provider.query(attemptId, now)),
    // Asked every second: the books are only opened when something is due.
    takeNotices: async () => ((await isNoticeDue()) ? withBooks((provider, now) => provider.takeNotices(now)) : []),
    statement: () => withBooks((provider) => provider.statement()),
  }
}
