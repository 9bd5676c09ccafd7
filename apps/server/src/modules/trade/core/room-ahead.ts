import { closeSync, constants, openSync } from 'node:fs'
import type { RoomThread } from './room-thread.ts'

export type RoomOptions = {
  path: string
  /** Where the file ends. */
  from: number
  /** Room that is kept written ahead once a file is busy. */
  aheadBytes: number
  /** Writes so many zeros at a place and syncs them, before it comes back. */
  writeZeros: (from: number, bytes: number) => void
  /** Does the same while the caller goes on. */
  thread: () => Pick<RoomThread, 'isReady' | 'isIdle' | 'begin' | 'end'>
}

/** Of the room kept ahead: what is written at once where there is none yet, and what the thread writes at a time. */
const FIRST_SHARE = 1 / 16
const PIECE_SHARE = 1 / 64

/**
 * Room after the end of a journal file, written as zeros before it is needed: a sync then flushes data alone, and not a file that
 * has become longer. A busy file gets it in small pieces from a thread, as sixteen megabytes at a time kept every order waiting for
 * as long as seventeen hundred batches take (45 to 85 ms). A quiet one never needs the thread.
 */
export class RoomAhead {
  private readonly given: RoomOptions
  /** Of its own: a sync that failed is told to each handle once, and the journal's must hear of it. */
  private readonly fd: number
  /** End of the zeros that are there, and of those that the thread is writing. */
  private ready: number
  private making: number
  private isBusy = false
  private isFull = false

  constructor(given: RoomOptions) {
    this.given = given
    this.fd = openSync(given.path, constants.O_RDWR)
    this.ready = given.from
    this.making = given.from
  }

  /** Sees to it that there is room for `more` bytes at `end`. Errors: throws what `writeZeros` throws. */
  provide(end: number, more: number): void {
    if (this.isMaking && this.given.thread().isIdle) this.takeMade()
    if (end + more > this.ready) this.makeNow(end + more)
    else this.makeSome(end)
  }

  close(): void {
    if (this.isMaking) this.takeMade()
    closeSync(this.fd)
  }

  private get isMaking(): boolean {
    return this.making > this.ready
  }

  /** Waits for the thread, where it is not done: its zeros must never come upon what is written here. */
  private takeMade(): void {
    if (this.given.thread().end()) {
      this.ready = this.making
      return
    }
    // No room, or a disk that fails: whoever needs this room will meet it, and nobody before.
    this.isFull = true
    this.making = this.ready
  }

  private makeNow(needed: number): void {
    if (this.isMaking) this.takeMade()
    if (needed <= this.ready) return
    const bytes = Math.max(Math.floor(this.given.aheadBytes * FIRST_SHARE), needed - this.ready)
    this.given.writeZeros(this.ready, bytes)
    this.ready += bytes
    this.making = this.ready
  }

  private makeSome(end: number): void {
    const { aheadBytes, thread } = this.given
    const left = this.ready - end
    if (left < (aheadBytes * FIRST_SHARE) / 2) this.isBusy = true
    if (!this.isBusy || this.isMaking || this.isFull || left >= aheadBytes || !thread().isReady) return
    const bytes = Math.floor(aheadBytes * PIECE_SHARE)
    this.making = this.ready + bytes
    thread().begin(this.fd, bytes, this.ready)
  }
}
