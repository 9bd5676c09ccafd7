import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { workerData } from 'node:worker_threads'
import { ROOM_STATE, ROOM_WORD, type RoomOrder } from './room-word.ts'

/** The other side of `RoomFile`: waits to be asked, writes the file, says that it is ready. */

const { path, bytes, words } = workerData as RoomOrder
const { state, isGivenUp } = ROOM_WORD

/** A piece and the pause after it: some sixty megabytes a second, more than the fastest journal measured, and never all of the disk. */
const PIECE_BYTES = 256 * 1024
const PAUSE_MS = 4

/** Nobody wakes it: waiting is how a thread without an event loop sleeps. */
const never = new Int32Array(new SharedArrayBuffer(4))
const zeros = new Uint8Array(PIECE_BYTES)

/** False: it was given up meanwhile. */
function writeZeros(fd: number): boolean {
  for (let done = 0; done < bytes; ) {
    if (Atomics.load(words, isGivenUp) === 1) return false
    done += writeSync(fd, zeros, 0, Math.min(PIECE_BYTES, bytes - done), done)
    fdatasyncSync(fd)
    Atomics.wait(never, 0, 0, PAUSE_MS)
  }
  return true
}

function make(): number {
  try {
    const fd = openSync(path, 'w', 0o600)
    try {
      if (writeZeros(fd)) return ROOM_STATE.ready
    } finally {
      closeSync(fd)
    }
  } catch {
    // As when it is given up.
  }
  rmSync(path, { force: true })
  return ROOM_STATE.over
}

for (;;) {
  for (let now = Atomics.load(words, state); now !== ROOM_STATE.asked; now = Atomics.load(words, state))
    Atomics.wait(words, state, now)
  // It may have been taken back between the two.
  if (Atomics.compareExchange(words, state, ROOM_STATE.asked, ROOM_STATE.making) !== ROOM_STATE.asked) continue
  Atomics.store(words, state, make())
  Atomics.notify(words, state)
}
