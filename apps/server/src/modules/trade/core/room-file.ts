import { renameSync, rmSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { ROOM_STATE, ROOM_WORD, type RoomOrder } from './room-word.ts'

const { state, isGivenUp } = ROOM_WORD

/**
 * A file of zeros that a thread writes and syncs ahead of time, for the next journal file to begin in. A sync then flushes data
 * alone, and not a file that has become longer; and as nobody writes to that file meanwhile, no sync has to wait for its zeros.
 * While it is not there (the thread has not started, the disk is full) there is no such help, and nobody is kept waiting for it.
 */
export class RoomFile {
  readonly bytes: number
  private readonly path: string
  private readonly words = new Int32Array(new SharedArrayBuffer(ROOM_WORD.words * 4))
  private worker: Worker | undefined

  constructor({ path, bytes }: { path: string; bytes: number }) {
    this.path = path
    this.bytes = bytes
  }

  get isReady(): boolean {
    return this.state === ROOM_STATE.ready
  }

  /** Has it made, unless it is there, under way, or has failed or was given up before. */
  ask(): void {
    if (Atomics.compareExchange(this.words, state, ROOM_STATE.none, ROOM_STATE.asked) !== ROOM_STATE.none) return
    this.worker ??= this.start()
    Atomics.notify(this.words, state)
  }

  /** Gives the file another name. Only when it `isReady`. Errors: throws what the disk throws. */
  take(to: string): void {
    renameSync(this.path, to)
    Atomics.store(this.words, state, ROOM_STATE.none)
  }

  /** Removes what is there or under way, so that its bytes are free, and makes no more. False: there was nothing. */
  giveUp(): boolean {
    const was = Atomics.compareExchange(this.words, state, ROOM_STATE.asked, ROOM_STATE.over)
    Atomics.store(this.words, isGivenUp, 1)
    // The thread removes it between two pieces; what is waited on is what was compared, so that its end is never missed.
    while (this.state === ROOM_STATE.making) Atomics.wait(this.words, state, ROOM_STATE.making)
    if (this.isReady) rmSync(this.path, { force: true })
    Atomics.store(this.words, state, ROOM_STATE.over)
    return was === ROOM_STATE.making || was === ROOM_STATE.ready
  }

  /** Ends the thread and removes what it made. */
  close(): void {
    this.giveUp()
    void this.worker?.terminate()
  }

  private get state(): number {
    return Atomics.load(this.words, state)
  }

  private start(): Worker {
    const order: RoomOrder = { path: this.path, bytes: this.bytes, words: this.words }
    const worker = new Worker(new URL('./room-worker.ts', import.meta.url), { workerData: order })
    // A thread that cannot be started leaves the state at `asked`: slower, and nothing else.
    worker.on('error', () => undefined)
    worker.unref()
    return worker
  }
}
