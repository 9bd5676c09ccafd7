import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { BatchItem, ForecastRequest } from '@zhanggui/forecast'

/** Threads at once, whoever asks: forecasting may not take every processor from the people who work. */
const THREADS_MAX = Math.max(1, Math.min(4, availableParallelism()))
/** Fewer waiting series than this are not worth another thread's start. */
const SERIES_PER_THREAD_MIN = 8
/** Forecasts kept; one over a year of days is about a hundred kilobytes. */
const KEPT_MAX = 256

type Job = { request: ForecastRequest; resolve(item: BatchItem): void; reject(error: Error): void }
type Thread = { worker: Worker; job: Job | null }

const threads = new Set<Thread>()
const waiting: Job[] = []

/** A thread stays for the next series: its start, and the first series before its code is compiled, cost more than the forecast. */
function startThread(): void {
  const worker = new Worker(new URL('./forecast-worker.ts', import.meta.url))
  const thread: Thread = { worker, job: null }
  const stop = (error: Error): void => {
    if (!threads.delete(thread)) return
    thread.job?.reject(error)
    hire()
  }
  worker.on('message', (item: BatchItem) => {
    thread.job?.resolve(item)
    thread.job = null
    // A thread that waits keeps no process from ending.
    worker.unref()
    takeNext(thread)
  })
  worker.once('error', stop)
  worker.once('exit', (status) => stop(new Error(`the forecasting thread stopped with ${status}`)))
  worker.unref()
  threads.add(thread)
}

function takeNext(thread: Thread): void {
  const job = thread.job === null ? waiting.shift() : undefined
  if (!job) return
  thread.job = job
  thread.worker.ref()
  thread.worker.postMessage(job.request)
}

/** As many threads as the waiting series are worth, and each that is idle at work. */
function hire(): void {
  while (threads.size < Math.min(THREADS_MAX, Math.ceil(waiting.length / SERIES_PER_THREAD_MIN))) startThread()
  for (const thread of threads) takeNext(thread)
}

const kept = new Map<string, Promise<BatchItem>>()

/**
 * The series' forecast, made once: the same request has the same answer, so what is kept depends on nothing but the request. A
 * history ends with yesterday, so orders of today change none of them.
 */
function forecastOnce(request: ForecastRequest): Promise<BatchItem> {
  const key = createHash('sha256').update(JSON.stringify(request)).digest('base64')
  const known = kept.get(key)
  const item = known ?? new Promise<BatchItem>((resolve, reject) => waiting.push({ request, resolve, reject }))
  kept.delete(key)
  kept.set(key, item)
  if (!known) item.catch(() => kept.delete(key))
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT_MAX) break
    kept.delete(oldest)
  }
  return item
}

/** `forecastBatch` beside the server's own thread. Shape: one item a request, in order. */
export function forecastInThreads(requests: readonly ForecastRequest[]): Promise<BatchItem[]> {
  const items = requests.map(forecastOnce)
  hire()
  return Promise.all(items)
}
