import { Worker } from 'node:worker_threads'

/** Words shared with the thread: how many jobs were asked for and have ended, and what the one under way is. */
export const ROOM_WORD = {
  asked: 0,
  ended: 1,
  fd: 2,
  /** How many zeros are to be written, and where: low word, high word. */
  zeros: 3,
  from: 4,
  /** 1: a job failed. It stays, as nothing written since can be believed. */
  failed: 6,
  isReady: 7,
  words: 8,
} as const

/**
 * A thread that writes zeros to files and syncs them, one job at a time, so that whoever asks can work meanwhile. Until it has
 * started, which nobody is kept waiting for, there is no such help: `isReady` says so.
 */
export class RoomThread {
  private readonly words = new Int32Array(new SharedArrayBuffer(ROOM_WORD.words * 4))
  private readonly worker: Worker

  constructor() {
    this.worker = new Worker(new URL('./room-worker.ts', import.meta.url), { workerData: this.words })
    // A thread that cannot be started is never ready: slower, and nothing else.
    this.worker.on('error', () => undefined)
    this.worker.unref()
  }

  get isReady(): boolean {
    return Atomics.load(this.words, ROOM_WORD.isReady) === 1
  }

  /** Nothing was asked for that has not ended. */
  get isIdle(): boolean {
    return this.ended() === this.asked()
  }

  /** Begins to write `zeros` bytes of zeros at `from` and to sync the file. Only once it `isReady` and the job before has ended. */
  begin(fd: number, zeros: number, from: number): void {
    this.words[ROOM_WORD.fd] = fd
    this.words[ROOM_WORD.zeros] = zeros
    this.words[ROOM_WORD.from] = from | 0
    this.words[ROOM_WORD.from + 1] = Math.floor(from / 2 ** 32)
    Atomics.add(this.words, ROOM_WORD.asked, 1)
    Atomics.notify(this.words, ROOM_WORD.asked)
  }

  /** Waits for what was begun. False: it failed, then and ever after. */
  end(): boolean {
    // What is waited on is what was compared: read twice, the thread may end in between, and nobody would ever wake.
    for (let ended = this.ended(); ended !== this.asked(); ended = this.ended())
      Atomics.wait(this.words, ROOM_WORD.ended, ended)
    return this.words[ROOM_WORD.failed] === 0
  }

  /** Ends the thread once what was begun has ended. */
  close(): void {
    this.end()
    void this.worker.terminate()
  }

  private asked(): number {
    return this.words[ROOM_WORD.asked] as number
  }

  private ended(): number {
    return Atomics.load(this.words, ROOM_WORD.ended)
  }
}
