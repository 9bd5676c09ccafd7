import {
  closeSync,
  constants,
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
import { RoomAhead } from './room-ahead.ts'
import { RoomThread } from './room-thread.ts'

/** A third of a second of journal at the pace measured. */
const AHEAD_BYTES = 16 * 1024 * 1024

/** Writes some of the bytes at a place of a file and says how many; as `writeSync`. A test puts a full disk in its place. */
export type WriteBytes = (fd: number, bytes: Uint8Array, from: number, length: number, position: number) => number

const writeBytes: WriteBytes = (fd, bytes, from, length, position) => writeSync(fd, bytes, from, length, position)

/** `length`: where the next bytes go. */
type OpenFile = { fd: number; length: number; room: RoomAhead | undefined }

const isFull = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && (cause.code === 'ENOSPC' || cause.code === 'EDQUOT')

const isJournal = (name: string): boolean => name.endsWith('.zgj')

/**
 * One folder of a real disk, used by one thread.
 * Errors: `DiskFullError` where there is no room or the quota is used up; everything else as the system says it.
 */
export class FileDisk implements Disk {
  /** Bytes of journal appended since this disk was opened. */
  journalBytes = 0
  private readonly folder: string
  private readonly aheadBytes: number
  private readonly writeBytes: WriteBytes
  private readonly files = new Map<string, OpenFile>()
  /** Makes room, as a sync must not wait for that. Started when first needed. */
  private rooms: RoomThread | undefined

  constructor(folder: string, options: { aheadBytes?: number; writeBytes?: WriteBytes } = {}) {
    this.folder = folder
    this.aheadBytes = options.aheadBytes ?? AHEAD_BYTES
    this.writeBytes = options.writeBytes ?? writeBytes
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
    file.room?.provide(file.length, bytes.length)
    this.writeAll(file.fd, bytes, file.length)
    file.length += bytes.length
    if (file.room) this.journalBytes += bytes.length
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
    this.rooms?.close()
  }

  private pathOf(name: string): string {
    return join(this.folder, name)
  }

  private forget(name: string): void {
    const file = this.files.get(name)
    file?.room?.close()
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
    const fd = openSync(this.pathOf(name), constants.O_RDWR | constants.O_CREAT, 0o600)
    // Recovery has cut off the room written ahead: a file that is there ends where its records end.
    const { size } = fstatSync(fd)
    const file = { fd, length: size, room: isJournal(name) ? this.roomOf(name, fd, size) : undefined }
    this.files.set(name, file)
    return file
  }

  private roomOf(name: string, fd: number, from: number): RoomAhead {
    return new RoomAhead({
      path: this.pathOf(name),
      from,
      aheadBytes: this.aheadBytes,
      writeZeros: (at, bytes) => {
        this.writeAll(fd, new Uint8Array(bytes), at)
        fsyncSync(fd)
      },
      thread: () => {
        this.rooms ??= new RoomThread()
        return this.rooms
      },
    })
  }
}
