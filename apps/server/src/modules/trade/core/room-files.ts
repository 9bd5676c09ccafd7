import { renameSync, rmSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { roomPath } from './room-path.ts'
import { ROOM_WORD, type RoomOrder } from './room-word.ts'

const { made, taken, writes, isGivenUp, isStarted, isOver } = ROOM_WORD

/**
 * Files of zeros that a thread writes and syncs ahead of time, for the next journal files to begin in. A sync then flushes data alone,
 * and not a file that has become longer. The thread rests while the journal is being written to and one is ready: beside its zeros
 * the longest syncs take three to ten times as long.
 * While none is there (the thread has just started, the disk is full) there is no such help, and nobody is kept waiting for it.
 */
export class RoomFiles {
  readonly bytes: number
  private readonly folder: string
  private readonly count: number
  private readonly words = new Int32Array(new SharedArrayBuffer(ROOM_WORD.words * 4))
  private worker: Worker | undefined

  constructor({ folder, bytes, count }: { folder: string; bytes: number; count: number }) {
    this.folder = folder
    this.bytes = bytes
    this.count = count
  }

  get isReady(): boolean {
    return this.wordAt(made) > this.wordAt(taken) && this.wordAt(isGivenUp) === 0
  }

  /** Has them made from now on. */
  want(): void {
    this.worker ??= this.start()
  }

  /** The journal was written to. */
  noteWrite(): void {
    Atomics.add(this.words, writes, 1)
  }

  /** Gives one of them another name. Only when it `isReady`. Errors: throws what the disk throws. */
  take(to: string): void {
    renameSync(roomPath(this.folder, this.wordAt(taken)), to)
    Atomics.add(this.words, taken, 1)
  }

  /** Removes what is there and under way, so that its bytes are free, and makes no more. False: there was nothing. */
  giveUp(): boolean {
    if (!this.worker || this.wordAt(isGivenUp) === 1) return false
    const wasMaking = this.wordAt(isStarted) === 1 && this.wordAt(isOver) === 0
    Atomics.store(this.words, isGivenUp, 1)
    // The thread stops between two pieces. One that has not started by now finds, when it does, that it has nothing to do.
    while (this.wordAt(isStarted) === 1 && this.wordAt(isOver) === 0) Atomics.wait(this.words, isOver, 0)
    const [from, to] = [this.wordAt(taken), this.wordAt(made)]
    for (let number = from; number < to; number++) rmSync(roomPath(this.folder, number), { force: true })
    return wasMaking || to > from
  }

  /** Ends the thread and removes what it made. */
  close(): void {
    this.giveUp()
    void this.worker?.terminate()
  }

  private wordAt(word: number): number {
    return Atomics.load(this.words, word)
  }

  private start(): Worker {
    const order: RoomOrder = { folder: this.folder, bytes: this.bytes, count: this.count, words: this.words }
    const worker = new Worker(new URL('./room-worker.ts', import.meta.url), { workerData: order })
    // A thread that cannot be started makes nothing: slower, and nothing else.
    worker.on('error', () => undefined)
    worker.unref()
    return worker
  }
}
