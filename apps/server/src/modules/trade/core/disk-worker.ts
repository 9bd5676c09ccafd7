import { fdatasyncSync, writeSync } from 'node:fs'
import { workerData } from 'node:worker_threads'
import { DISK_WORD } from './disk-thread.ts'

/** The other side of `DiskThread`: waits for a job, does it, says that it has ended. */

const words = workerData as Int32Array
let zeros = new Uint8Array(0)

const wordAt = (word: number): number => words[word] as number

function work(): void {
  const fd = wordAt(DISK_WORD.fd)
  const bytes = wordAt(DISK_WORD.zeros)
  const from = (wordAt(DISK_WORD.from) >>> 0) + wordAt(DISK_WORD.from + 1) * 2 ** 32
  if (bytes > zeros.length) zeros = new Uint8Array(bytes)
  for (let done = 0; done < bytes; ) done += writeSync(fd, zeros, done, bytes - done, from + done)
  fdatasyncSync(fd)
}

/** Any number that is not 0 stops whoever asked; the system's own says why. */
const errorNumber = (cause: unknown): number =>
  cause instanceof Error && 'errno' in cause && typeof cause.errno === 'number' ? cause.errno : -1

Atomics.store(words, DISK_WORD.isReady, 1)
for (let done = 0; ; ) {
  // Woken once more for a job that is done already, it must not do it again: zeros would come upon what was written there since.
  while (Atomics.load(words, DISK_WORD.asked) === done) Atomics.wait(words, DISK_WORD.asked, done)
  done = Atomics.load(words, DISK_WORD.asked)
  try {
    work()
  } catch (cause) {
    words[DISK_WORD.failed] = errorNumber(cause)
  }
  Atomics.store(words, DISK_WORD.ended, done)
  Atomics.notify(words, DISK_WORD.ended)
}
