import { Worker } from 'node:worker_threads'
import type { MarketTruth } from '@zhanggui/simulator'
import type { Context } from '../../../context.ts'
import { insertMarketRows } from './insert-market-rows.ts'
import type { MarketMessage, MarketRequest } from './market-messages.ts'

export type LoadOptions = MarketRequest & {
  store: string
  /** Called with generated days; stored rows follow close behind. */
  onDays: (done: number, total: number) => void
  signal: AbortSignal | undefined
}

/**
 * Generates a market on a thread of its own, so that pages are answered meanwhile, and stores its rows as they come: one
 * chunk is written while the next is generated. Resolves with the planted truths once the last row is durable.
 * Errors: rejects with `FactStoreError`, with what the generator threw, or with the signal's reason; rows may then be left
 * behind, which `clearStoreFacts` removes.
 */
export function loadMarket(context: Context, options: LoadOptions): Promise<MarketTruth> {
  const { store, seed, signal, onDays } = options
  const now = context.clock.now()
  const workerData: MarketRequest = { seed, options: options.options }
  const worker = new Worker(new URL('./generate-worker.ts', import.meta.url), { workerData, execArgv: [] })
  let storing: Promise<void> = Promise.resolve()
  let ended = false

  return new Promise<MarketTruth>((resolve, reject) => {
    const fail = (cause: unknown): void => {
      // The write under way is waited for: a store must not be closed under it.
      storing.then(
        () => reject(cause),
        () => reject(cause),
      )
    }
    const onAbort = (): void => fail(signal?.reason)
    const onMessage = (message: MarketMessage): void => {
      if (message.kind === 'day') onDays(message.done, message.total)
      else if (message.kind === 'end') {
        ended = true
        storing.then(() => resolve(message.truth), reject)
      } else if (message.kind === 'chunk') {
        // Anything else is not ours: under `node --watch` a thread also tells its parent which files it loads.
        storing = storing.then(async () => {
          signal?.throwIfAborted()
          await insertMarketRows(context.facts, { store, table: message.table, data: message.data, now })
          worker.postMessage('stored')
        })
        storing.catch(reject)
      }
    }
    signal?.addEventListener('abort', onAbort, { once: true })
    worker.on('message', onMessage)
    worker.on('error', fail)
    worker.on('exit', (code) => {
      if (!ended) fail(new Error(`the market's thread ended early with ${code}`))
    })
    if (signal?.aborted) onAbort()
  }).finally(() => worker.terminate())
}
