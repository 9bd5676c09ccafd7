import { Worker } from 'node:worker_threads'
import { type AdmissionOptions, closeSegment, pointOf, truncateJournal, writeSnapshot } from '@zhanggui/orders'
import type { CoreLoop } from './core-loop.ts'
import type { FileDisk } from './file-disk.ts'

export type SnapshotOptions = {
  disk: FileDisk
  folder: string
  /** A snapshot is taken when so many bytes of journal have been written since the last: about what a start replays at most. */
  snapshotBytes: number
  /** Bytes that recovery has replayed. */
  bytesReplayed: number
  /** A snapshot that could not be taken is not fatal, as the journal has everything; but somebody should know. */
  onFailure: (cause: Error) => void
}

/** What the thread that takes a snapshot is told. `openSegment`: the one in use, which it must not touch. */
export type SnapshotOrder = { folder: string; options: AdmissionOptions; openSegment: string }

/** Less than this is replayed in a moment: not worth a snapshot when the core closes. */
const WORTH_KEEPING_BYTES = 1024 * 1024

/**
 * Takes snapshots while the core goes on deciding: the segment in use is closed, and another thread recovers a second core
 * from the closed segments, writes its snapshot and removes what is not needed any more.
 */
export class SnapshotKeeper {
  private readonly loop: CoreLoop
  private readonly given: SnapshotOptions
  /** Bytes the disk had appended at the last snapshot, less what a start would have had to replay before. */
  private countedFrom: number
  private taking: Promise<void> | undefined
  private worker: Worker | undefined

  constructor(loop: CoreLoop, given: SnapshotOptions) {
    this.loop = loop
    this.given = given
    this.countedFrom = given.disk.journalBytes - given.bytesReplayed
  }

  /** Journal written since the last snapshot. */
  get bytesSince(): number {
    return this.given.disk.journalBytes - this.countedFrom
  }

  takeIfDue(): void {
    if (this.taking || this.loop.journal.fault || this.bytesSince < this.given.snapshotBytes) return
    this.countedFrom = this.given.disk.journalBytes
    closeSegment(this.loop.journal)
    // Opens the next segment; nothing writes to the ones before from here on.
    if (!this.loop.writeNothing()) return
    this.taking = this.takeElsewhere().finally(() => {
      this.taking = undefined
    })
  }

  /** Gives up a snapshot under way: it would hold up the end for seconds, and one that is unfinished is removed at the next start. */
  async close(): Promise<void> {
    await this.worker?.terminate()
    await this.taking
    if (this.loop.journal.fault || this.bytesSince < WORTH_KEEPING_BYTES) return
    try {
      writeSnapshot(this.given.disk, this.loop.core, pointOf(this.loop.journal))
      truncateJournal(this.given.disk)
    } catch (cause) {
      this.given.onFailure(cause instanceof Error ? cause : new Error(String(cause)))
    }
  }

  private takeElsewhere(): Promise<void> {
    const { folder, onFailure } = this.given
    const { options } = this.loop.core
    const order: SnapshotOrder = { folder, options, openSegment: this.loop.journal.segment }
    const worker = new Worker(new URL('./snapshot-worker.ts', import.meta.url), { workerData: order })
    this.worker = worker
    return new Promise((resolve) => {
      worker.on('error', onFailure)
      worker.on('exit', () => resolve())
    })
  }
}
