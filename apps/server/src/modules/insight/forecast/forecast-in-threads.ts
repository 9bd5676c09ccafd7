import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { BatchItem, ForecastRequest } from '@zhanggui/forecast'

/** Threads at once, whoever asks: forecasting may not take every processor from the people who work. */
const THREADS_MAX = Math.max(1, Math.min(4, availableParallelism()))
/** Fewer series than this are not worth another thread's start. */
const SERIES_PER_THREAD_MIN = 8

let running = 0
const waiting: (() => void)[] = []

async function withThread<T>(work: () => Promise<T>): Promise<T> {
  if (running >= THREADS_MAX) await new Promise<void>((resolve) => waiting.push(resolve))
  running++
  try {
    return await work()
  } finally {
    running--
    waiting.shift()?.()
  }
}

function inOneThread(requests: readonly ForecastRequest[]): Promise<BatchItem[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./forecast-worker.ts', import.meta.url), { workerData: requests })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (status) => reject(new Error(`the forecasting thread stopped with ${status}`)))
  })
}

/** `forecastBatch` beside the server's own thread. Shape: one item a request, in order. */
export async function forecastInThreads(requests: readonly ForecastRequest[]): Promise<BatchItem[]> {
  const threads = Math.max(1, Math.min(THREADS_MAX, Math.ceil(requests.length / SERIES_PER_THREAD_MIN)))
  const size = Math.ceil(requests.length / threads)
  const chunks = Array.from({ length: threads }, (_, i) => requests.slice(i * size, (i + 1) * size))
  const answers = await Promise.all(chunks.map((chunk) => withThread(() => inOneThread(chunk))))
  return answers.flat()
}
