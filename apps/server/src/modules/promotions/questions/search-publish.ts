import { Worker } from 'node:worker_threads'
import type { PublishAnswer, PublishRequest } from './publish-messages.ts'

/** A search that has not ended by then is given up, and its asker is told so. */
const SEARCH_MS = 120_000

type Message = { kind?: string; answer?: PublishAnswer }

/**
 * Searches what is reachable under rules on a thread of its own: prices are told and switches thrown meanwhile.
 * Shape: null when the search was given up.
 */
export function searchPublish(request: PublishRequest): Promise<PublishAnswer | null> {
  const worker = new Worker(new URL('./publish-worker.ts', import.meta.url), { workerData: request, execArgv: [] })
  return new Promise<PublishAnswer | null>((resolve, reject) => {
    const timer = setTimeout(() => resolve(null), SEARCH_MS)
    timer.unref()
    const settle = (work: () => void): void => {
      clearTimeout(timer)
      work()
    }
    worker.on('message', ({ kind, answer }: Message) => {
      if (kind === 'publish' && answer) settle(() => resolve(answer))
    })
    worker.on('error', (cause) => settle(() => reject(cause)))
    worker.on('exit', () => settle(() => resolve(null)))
  }).finally(() => worker.terminate())
}
