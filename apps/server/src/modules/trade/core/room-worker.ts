import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { workerData } from 'node:worker_threads'
import { roomPath } from './room-path.ts'
import { ROOM_WORD, type RoomOrder } from './room-word.ts'

/** The other side of `RoomFiles`: keeps so many files ready until it is told to end, or the disk is full or broken. */

const { folder, bytes, count, words } = workerData as RoomOrder
const { made, taken, writes, isGivenUp, isStarted, isOver } = ROOM_WORD

/** A piece and the pause after it: some sixty megabytes a second, more than the fastest journal measured, and never all of the disk. */
const PIECE_BYTES = 256 * 1024
const PAUSE_MS = 4
/** So many writes of the journal in a pause are a peak. */
const BUSY_WRITES = 2

/** Nobody wakes it: waiting is how a thread without an event loop sleeps. */
const never = new Int32Array(new SharedArrayBuffer(4))
const sleep = (): unknown => Atomics.wait(never, 0, 0, PAUSE_MS)
const zeros = new Uint8Array(PIECE_BYTES)

const isWanted = (): boolean => Atomics.load(words, isGivenUp) === 0
const ready = (): number => Atomics.load(words, made) - Atomics.load(words, taken)

/** Sleeps a pause, and on while the journal is busy and has a file to go on in. */
function rest(): void {
  for (let isBusy = true; isBusy && isWanted(); ) {
    const before = Atomics.load(words, writes)
    sleep()
    isBusy = ready() > 0 && Atomics.load(words, writes) - before >= BUSY_WRITES
  }
}

function writeZeros(fd: number): void {
  for (let done = 0; done < bytes && isWanted(); ) {
    done += writeSync(fd, zeros, 0, Math.min(PIECE_BYTES, bytes - done), done)
    fdatasyncSync(fd)
    rest()
  }
}

/** False: it is not whole, and not there any more. */
function make(path: string): boolean {
  try {
    const fd = openSync(path, 'w', 0o600)
    try {
      writeZeros(fd)
    } finally {
      closeSync(fd)
    }
    if (isWanted()) return true
  } catch {
    // Full or broken: whoever writes next meets it. Nothing is tried behind their back.
  }
  rmSync(path, { force: true })
  return false
}

Atomics.store(words, isStarted, 1)
while (isWanted()) {
  if (ready() >= count) rest()
  else if (make(roomPath(folder, Atomics.load(words, made)))) Atomics.add(words, made, 1)
  else break
}
Atomics.store(words, isOver, 1)
Atomics.notify(words, isOver)
