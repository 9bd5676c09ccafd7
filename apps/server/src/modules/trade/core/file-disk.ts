import {
  closeSync,
  constants,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { type Disk, DiskFullError } from '@zhanggui/orders'

/** Room is written ahead in steps of so many bytes: a sync then flushes data alone, not the length of the file each time. */
const AHEAD_BYTES = 16 * 1024 * 1024

/** Writes some of the bytes at a place of a file and says how many; as `writeSync`. A test puts a full disk in its place. */
export type WriteBytes = (fd: number, bytes: Uint8Array, from: number, length: number, position: number) => number

const writeBytes: WriteBytes = (fd, bytes, from, length, position) => writeSync(fd, bytes, from, length, position)

/** `length`: where the next bytes go; from there to `written` are zeros written ahead. */
type OpenFile = { fd: number; length: number; written: number }

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
    if (isJournal(name) && file.length + bytes.length > file.written) this.writeAhead(file, bytes.length)
    this.writeAll(file.fd, bytes, file.length)
    file.length += bytes.length
    file.written = Math.max(file.written, file.length)
    if (isJournal(name)) this.journalBytes += bytes.length
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
    const file = this.open(name)
    ftruncateSync(file.fd, bytes)
    file.length = bytes
    file.written = bytes
  }

  syncNames(): void {
    const fd = openSync(this.folder, constants.O_RDONLY)
    try {
      fsyncSync(fd)
    } finally {
      closeSync(fd)
    }
  }

  close(): void {
    for (const name of [...this.files.keys()]) this.forget(name)
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

  private writeAhead(file: OpenFile, more: number): void {
    const zeros = new Uint8Array(Math.max(this.aheadBytes, more))
    this.writeAll(file.fd, zeros, file.written)
    file.written += zeros.length
    fsyncSync(file.fd)
  }

  private open(name: string): OpenFile {
    const known = this.files.get(name)
    if (known) return known
    // Only the segment in use is written to: the one before is closed and its handle would be kept for nothing.
    if (isJournal(name)) for (const other of [...this.files.keys()]) if (isJournal(other)) this.forget(other)
    const fd = openSync(this.pathOf(name), constants.O_RDWR | constants.O_CREAT, 0o600)
    // Recovery has cut off the room written ahead: a file that is there ends where its records end.
    const { size } = fstatSync(fd)
    const file = { fd, length: size, written: size }
    this.files.set(name, file)
    return file
  }
}
