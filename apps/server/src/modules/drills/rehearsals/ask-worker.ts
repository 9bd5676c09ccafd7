import { Worker } from 'node:worker_threads'
import type { DrillMessage, DrillRequest } from './drill-messages.ts'

type Answer = Exclude<DrillMessage, { kind: 'progress' }>

/**
 * Simulates on a thread of its own, so that pages are answered meanwhile. Errors: rejects with what the thread threw, or with
 * the signal's reason.
 */
export function askWorker(
  workerData: DrillRequest,
  { onProgress, signal }: { onProgress?: (share: number) => void; signal?: AbortSignal } = {},
): Promise<Answer> {
  const worker = new Worker(new URL('./drill-worker.ts', import.meta.url), { workerData, execArgv: [] })
  return new Promise<Answer>((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
    worker.on('message', (message: DrillMessage) => {
      if (message.kind === 'progress') onProgress?.(message.share)
      // Anything else is not ours: under `node --watch` a thread also tells its parent which files it loads.
      else if (message.kind === 'report' || message.kind === 'gained') resolve(message)
    })
    worker.on('error', reject)
    worker.on('exit', (code) => reject(new Error(`the drill's thread ended early with ${code}`)))
    if (signal?.aborted) reject(signal.reason)
  }).finally(() => worker.terminate())
}
