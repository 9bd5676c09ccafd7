import type { Context } from '../../../context.ts'
import type { CheckAdapter } from './adapter.ts'

/** The phones of simulated buyers: in memory only, so that no code is ever at rest. */
const phones = new WeakMap<Context['records'], Map<string, string>>()

const phonesOf = ({ records }: Context): Map<string, string> => {
  const known = phones.get(records) ?? new Map<string, string>()
  phones.set(records, known)
  return known
}

const PHONES_MAX = 10_000

/** Sends to nobody; what a buyer would have read is kept for rehearsals until the process ends. */
export const simulatorAdapter = (context: Context, store: string): CheckAdapter => ({
  async send({ orderId, code }) {
    const inbox = phonesOf(context)
    const [oldest] = inbox.keys()
    if (inbox.size >= PHONES_MAX && oldest !== undefined) inbox.delete(oldest)
    inbox.set(`${store} ${orderId}`, code)
  },
})

/** What the simulated buyer of an order read; undefined: nothing came. */
export const simulatedCode = (context: Context, store: string, orderId: string): string | undefined =>
  phonesOf(context).get(`${store} ${orderId}`)
