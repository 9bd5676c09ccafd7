import { parentPort, Worker, workerData } from 'node:worker_threads'
import { assert } from '@zhanggui/kernel'
import { readCoreOptions } from '../core/core-folder.ts'
import type { FollowNews, FollowThreadOrder } from './follow-in-thread.ts'
import { MirrorFolder } from './mirror-folder.ts'
import { MirrorFollower } from './mirror-follower.ts'

/** The thread in which a site follows: the leader's answers wait for it, and pages of this site must not keep them waiting. */

assert(parentPort, 'this file is the start of a thread')
const port = parentPort
const tell = (news: FollowNews): void => port.postMessage(news)
const { folder, snapshotBytes, ...order }: FollowThreadOrder = workerData

/** What a start here would have to replay is kept short, as at the leader. */
function createPruner(): (openSegment: string) => void {
  let segments = 0
  let taking: Worker | undefined
  return (openSegment) => {
    segments++
    // A segment is closed at 64 MB at the latest; snapshots of the leader close shorter ones.
    if (taking || segments * 64 * 1024 * 1024 < snapshotBytes) return
    segments = 0
    const workerOrder = { folder, options: readCoreOptions(folder), openSegment }
    taking = new Worker(new URL('../core/snapshot-worker.ts', import.meta.url), { workerData: workerOrder })
    taking.on('error', (cause) => tell({ kind: 'trouble', message: String(cause) }))
    taking.on('exit', () => {
      taking = undefined
    })
  }
}

try {
  const follower = new MirrorFollower(new MirrorFolder(folder), order, {
    onCaughtUp: (epoch) => tell({ kind: 'caughtUp', epoch }),
    onSegment: createPruner(),
    onEnd(why) {
      tell({ kind: 'ended', why })
      port.close()
    },
  })
  port.on('message', () => follower.end())
} catch (cause) {
  tell({ kind: 'ended', why: String(cause) })
  port.close()
}
