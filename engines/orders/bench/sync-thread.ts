import { fdatasyncSync } from 'node:fs'
import { Worker, workerData } from 'node:worker_threads'

/** Words shared with the thread: which sync is asked for, which has ended, the file, and whether it failed. */
const ASKED = 0
const ENDED = 1
const FILE = 2
const FAILED = 3
const WORDS = 4

/** Syncs files in a thread of its own, one at a time, so that whoever asks can work meanwhile. */
export class SyncThread {
  private readonly words = new Int32Array(new SharedArrayBuffer(WORDS * 4))
  private readonly worker: Worker

  constructor() {
    this.worker = new Worker(new URL(import.meta.url), { workerData: { syncThread: this.words } })
    this.worker.unref()
  }

  begin(fd: number): void {
    this.words[FILE] = fd
    Atomics.add(this.words, ASKED, 1)
    Atomics.notify(this.words, ASKED)
  }

  /** Waits for the sync that was begun. Errors: throws when it failed. */
  end(): void {
    const asked = Atomics.load(this.words, ASKED)
    for (let ended = Atomics.load(this.words, ENDED); ended !== asked; ended = Atomics.load(this.words, ENDED))
      Atomics.wait(this.words, ENDED, ended)
    if (this.words[FAILED] !== 0) throw new Error('fdatasync failed')
  }

  async close(): Promise<void> {
    await this.worker.terminate()
  }
}

function serve(words: Int32Array): never {
  for (let done = 0; ; ) {
    Atomics.wait(words, ASKED, done)
    done = Atomics.load(words, ASKED)
    try {
      fdatasyncSync(words[FILE] as number)
    } catch {
      words[FAILED] = 1
    }
    Atomics.store(words, ENDED, done)
    Atomics.notify(words, ENDED)
  }
}

if (workerData?.syncThread) serve(workerData.syncThread as Int32Array)
