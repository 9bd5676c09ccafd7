import { fdatasyncSync, writeSync } from 'node:fs'
import { workerData } from 'node:worker_threads'
import { ROOM_WORD } from './room-thread.ts'

/** The other side of `RoomThread`: waits for a job, does it, says that it has ended. */

const words = workerData as Int32Array
let zeros = new Uint8Array(0)

const wordAt = (word: number): number => words[word] as number

function work(): void {
  const fd = wordAt(ROOM_WORD.fd)
  const bytes = wordAt(ROOM_WORD.zeros)
  const from = (wordAt(ROOM_WORD.from) >>> 0) + wordAt(ROOM_WORD.from + 1) * 2 ** 32
  if (bytes > zeros.length) zeros = new Uint8Array(bytes)
  for (let done = 0; done < bytes; ) done += writeSync(fd, zeros, done, bytes - done, from + done)
  fdatasyncSync(fd)
}

Atomics.store(words, ROOM_WORD.isReady, 1)
for (let done = 0; ; ) {
  // Woken once more for a job that is done already, it must not do it again: zeros would come upon what was written there since.
  while (Atomics.load(words, ROOM_WORD.asked) === done) Atomics.wait(words, ROOM_WORD.asked, done)
  done = Atomics.load(words, ROOM_WORD.asked)
  try {
    work()
  } catch {
    words[ROOM_WORD.failed] = 1
  }
  Atomics.store(words, ROOM_WORD.ended, done)
  Atomics.notify(words, ROOM_WORD.ended)
}
