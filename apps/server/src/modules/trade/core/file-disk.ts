import {
  closeSync,
  constants,
  existsSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { type Disk, DiskFullError } from '@zhanggui/orders'
import { RoomFiles } from './room-files.ts'

/** Two thirds of a second of journal at the pace measured; so many files of it last for a peak of three seconds. */
const ROOM_BYTES = 32 * 1024 * 1024
const ROOMS = 4
/** Of a room: what a file that begins without one gets at a time, and how many times before its journal counts as busy. */
const PIECE_SHARE = 1 / 128
const BUSY_PIECES = 2

/** Writes some of the bytes at a place of a file and says how many; as `writeSync`. A test puts a full disk in its place. */
export type WriteBytes = (fd: number, bytes: Uint8Array, from: number, length: number, position: number) => number

const writeBytes: WriteBytes = (fd, bytes, from, length, position) => writeSync(fd, bytes, from, length, position)

/** `length`: where the next bytes go. `zerosEnd`: end of the room after it that is on disk. */
type OpenFile = { fd: number; length: number; isJournal: boolean; zerosEnd: number }

const isFull = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && (cause.code === 'ENOSPC' || cause.code === 'EDQUOT')

const isJournal = (name: string): boolean => name.endsWith('.zgj')

/**
 * One folder of a real disk, used by one thread.
 *
 * A journal file has room after its end, written as zeros before it is needed: a sync then flushes data alone, and not a file that has
 * become longer. A busy journal begins each file in one that was made ahead (`RoomFiles`); a quiet one, and one that has just been opened,
 * gets small pieces when it needs them.
 * Errors: `DiskFullError` where there is no room or the quota is used up; everything else as the system says it.
 */
export class FileDisk implements Disk {
  /** Bytes of journal appended since this disk was opened. */
  journalBytes = 0
  private readonly folder: string
  private readonly writeBytes: WriteBytes
  private readonly files = new Map<string, OpenFile>()
  private readonly rooms: RoomFiles
  private piecesMade = 0

  constructor(folder: string, options: { roomBytes?: number; writeBytes?: WriteBytes } = {}) {
    this.folder = folder
    this.writeBytes = options.writeBytes ?? writeBytes
    this.rooms = new RoomFiles({ folder, bytes: options.roomBytes ?? ROOM_BYTES, count: ROOMS })
  }

  list(): string[] {
    return readdirSync(this.folder)
  }

  read(name: string): Uint8Array {
    return new Uint8Array(readFileSync(this.pathOf(name)))
  }

  append(name: string, bytes: Uint8Array): void {
    const file = this.open(name)
    // Room is made before the first byte of a record: a full disk is then met with nothing of the record written.
    if (file.isJournal) this.provide(file, bytes.length)
    this.writeAll(file.fd, bytes, file.length)
    file.length += bytes.length
    if (!file.isJournal) return
    this.journalBytes += bytes.length
    this.rooms.noteWrite()
  }

  prefersNew(name: string, bytes: number): boolean {
    const file = this.open(name)
    return file.length + bytes > file.zerosEnd && this.rooms.isReady
  }

  sync(name: string): void {
    fdatasyncSync(this.open(name).fd)
  }

  rename(from: string, to: string): void {
    this.forget(from)
    renameSync(this.pathOf(from), this.pathOf(to))
  }

  remove(name: string): void {
    this.forget(name)
    rmSync(this.pathOf(name))
  }

  truncate(name: string, bytes: number): void {
    // Opened anew when it is next written to, as what was known of its room no longer holds.
    this.forget(name)
    truncateSync(this.pathOf(name), bytes)
  }

  syncNames(): void {
    const fd = openSync(this.folder, constants.O_RDONLY)
    try {
      fsyncSync(fd)
    } finally {
      closeSync(fd)
    }
  }

  /** Ends what is under way; the disk is not to be used again. */
  close(): void {
    for (const name of [...this.files.keys()]) this.forget(name)
    this.rooms.close()
  }

  private pathOf(name: string): string {
    return join(this.folder, name)
  }

  private forget(name: string): void {
    const file = this.files.get(name)
    if (file) closeSync(file.fd)
    this.files.delete(name)
  }

  private writeAll(fd: number, bytes: Uint8Array, position: number): void {
    try {
      for (let done = 0; done < bytes.length; )
        done += this.writeBytes(fd, bytes, done, bytes.length - done, position + done)
    } catch (cause) {
      if (isFull(cause)) throw new DiskFullError('no room left on the disk', { cause })
      throw cause
    }
  }

  private open(name: string): OpenFile {
    const known = this.files.get(name)
    if (known) return known
    // Only the segment in use is written to: the one before is closed and its handle would be kept for nothing.
    if (isJournal(name)) for (const other of [...this.files.keys()]) if (isJournal(other)) this.forget(other)
    const file = isJournal(name) ? this.openJournal(name) : this.openAtEnd(name, false)
    this.files.set(name, file)
    return file
  }

  private openAtEnd(name: string, isJournal: boolean): OpenFile {
    const fd = openSync(this.pathOf(name), constants.O_RDWR | constants.O_CREAT, 0o600)
    // Recovery has cut off the room written ahead: a file that is there ends where its records end.
    const { size } = fstatSync(fd)
    return { fd, length: size, isJournal, zerosEnd: size }
  }

  private openJournal(name: string): OpenFile {
    if (!this.rooms.isReady || existsSync(this.pathOf(name))) return this.openAtEnd(name, true)
    this.rooms.take(this.pathOf(name))
    return { ...this.openAtEnd(name, true), length: 0 }
  }

  private provide(file: OpenFile, more: number): void {
    const missing = file.length + more - file.zerosEnd
    if (missing <= 0) return
    const bytes = Math.max(Math.floor(this.rooms.bytes * PIECE_SHARE), missing)
    try {
      this.writeZeros(file, bytes)
    } catch (cause) {
      // What was being made ahead may be all that stands between an order and the disk's last bytes.
      if (!(cause instanceof DiskFullError) || !this.rooms.giveUp()) throw cause
      this.writeZeros(file, bytes)
    }
    if (++this.piecesMade >= BUSY_PIECES) this.rooms.want()
  }

  private writeZeros(file: OpenFile, bytes: number): void {
    this.writeAll(file.fd, new Uint8Array(bytes), file.zerosEnd)
    fsyncSync(file.fd)
    file.zerosEnd += bytes
  }
}
