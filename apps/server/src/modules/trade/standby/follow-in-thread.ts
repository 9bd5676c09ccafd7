import { Worker } from 'node:worker_threads'
import type { FollowOrder } from './mirror-follower.ts'

export type FollowThreadOrder = FollowOrder & { folder: string; snapshotBytes: number }

export type FollowNews =
  | { kind: 'caughtUp'; epoch: number }
  | { kind: 'ended'; why: string }
  | { kind: 'trouble'; message: string }

export type Following = {
  /** Everything that was answered is here. */
  readonly isCaughtUp: boolean
  /** Resolves when nothing is written any more; safe to call twice. */
  end(): Promise<void>
}

/** Follows a leader in a thread of its own. `onEnd`: told once, when it follows no more and the folder is free. */
export function followInThread(
  order: FollowThreadOrder,
  ears: { onEnd: (why: string) => void; onTrouble: (message: string) => void },
): Following {
  const worker = new Worker(new URL('./follow-thread.ts', import.meta.url), { workerData: order })
  let why = 'its thread has ended'
  const following = {
    isCaughtUp: false,
    async end() {
      worker.postMessage('end')
      await ended
    },
  }
  worker.on('message', (news: FollowNews) => {
    if (news.kind === 'caughtUp') following.isCaughtUp = true
    else if (news.kind === 'ended') why = news.why
    else ears.onTrouble(news.message)
  })
  worker.on('error', (cause) => {
    why = String(cause)
  })
  const ended = new Promise<void>((resolve) => {
    worker.on('exit', () => {
      ears.onEnd(why)
      resolve()
    })
  })
  return following
}
