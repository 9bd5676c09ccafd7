import { getSystemErrorName } from 'node:util'
import { Worker } from 'node:worker_threads'

/** Words shared with the thread: how many jobs were asked for and have ended, and what the one under way is. */
export const DISK_WORD = {
  asked: 0,
  ended: 1,
  fd: 2,
  /** Zeros to be written before the sync, and where: low word, high word. */
  zeros: 3,
  from: 4,
  /** What the system said, as its negative number; 0: all well. It stays, as nothing written since can be believed. */
  failed: 6,
  isReady: 7,
  words: 8,
} as const

/**
 * A thread that syncs files, one at a time, so that whoever asks can work meanwhile. Until it has started, which nobody is kept
 * waiting for, there is no such help: `isReady` says so.
 */
export class DiskThread {
  private readonly words = new Int32Array(new SharedArrayBuffer(DISK_WORD.words * 4))
  private readonly worker: Worker

  constructor() {
    this.worker = new Worker(new URL('./disk-worker.ts', import.meta.url), { workerData: this.words })
    // A thread that cannot be started is never ready: slower, and nothing else.
    this.worker.on('error', () => undefined)
    this.worker.unref()
  }

  get isReady(): boolean {
    return Atomics.load(this.words, DISK_WORD.isReady) === 1
  }

  /** Nothing was asked for that has not ended. */
  get isIdle(): boolean {
    return this.ended() === this.asked()
  }

  /** Begins to sync a file, with `zeros` bytes of zeros written at `from` before it. Only once it `isReady` and the job before has ended. */
  begin(fd: number, zeros = 0, from = 0): void {
    this.words[DISK_WORD.fd] = fd
    this.words[DISK_WORD.zeros] = zeros
    this.words[DISK_WORD.from] = from | 0
    this.words[DISK_WORD.from + 1] = Math.floor(from / 2 ** 32)
    Atomics.add(this.words, DISK_WORD.asked, 1)
    Atomics.notify(this.words, DISK_WORD.asked)
  }

  /** Waits for what was begun. Errors: throws what the system said, then and ever after. */
  end(): void {
    this.wait()
    const failed = this.words[DISK_WORD.failed] as number
    if (failed === 0) return
    const code = getSystemErrorName(failed)
    throw Object.assign(new Error(`${code}: fdatasync`), { code })
  }

  /** Comes back when what was begun has ended, well or not: `end` then does not wait. */
  async whenEnded(): Promise<void> {
    if (this.isIdle) return
    // A wait for another thread does not keep a process alive by itself.
    this.worker.ref()
    for (let ended = this.ended(); ended !== this.asked(); ended = this.ended()) {
      const wait = Atomics.waitAsync(this.words, DISK_WORD.ended, ended)
      if (wait.async) await wait.value
    }
    this.worker.unref()
  }

  /** Ends the thread once what was begun has ended. */
  close(): void {
    this.wait()
    void this.worker.terminate()
  }

  private wait(): void {
    // What is waited on is what was compared: read twice, the thread may end in between, and nobody would ever wake.
    for (let ended = this.ended(); ended !== this.asked(); ended = this.ended())
      Atomics.wait(this.words, DISK_WORD.ended, ended)
  }

  private asked(): number {
    return this.words[DISK_WORD.asked] as number
  }

  private ended(): number {
    return Atomics.load(this.words, DISK_WORD.ended)
  }
}
