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
import { type Disk, DiskFullError } from '../src/index.ts'
import { SyncThread } from './sync-thread.ts'

/** Room is written ahead in steps of so many bytes: a sync then flushes data alone, not the length of the file each time. */
const AHEAD_BYTES = 16 * 1024 * 1024

type Open = { fd: number; length: number; written: number }

/** A folder of a real disk, for the bench. Errors: `DiskFullError` for ENOSPC; everything else as the system says it. */
export class FileDisk implements Disk {
  private readonly folder: string
  private readonly open = new Map<string, Open>()

  private readonly aheadBytes: number
  private syncs: SyncThread | undefined

  constructor(folder: string, aheadBytes: number = AHEAD_BYTES) {
    this.folder = folder
    this.aheadBytes = aheadBytes
  }

  list(): string[] {
    return readdirSync(this.folder)
  }

  read(name: string): Uint8Array {
    return new Uint8Array(readFileSync(join(this.folder, name)))
  }

  append(name: string, bytes: Uint8Array): void {
    const file = this.file(name)
    try {
      if (name.startsWith('journal') && file.length + bytes.length > file.written) this.writeAhead(file, bytes.length)
      for (let done = 0; done < bytes.length; )
        done += writeSync(file.fd, bytes, done, bytes.length - done, file.length + done)
    } catch (cause) {
      if (cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC') throw new DiskFullError(cause.message)
      throw cause
    }
    file.length += bytes.length
  }

  sync(name: string): void {
    fdatasyncSync(this.file(name).fd)
  }

  beginSync(name: string): void {
    this.syncs ??= new SyncThread()
    this.syncs.begin(this.file(name).fd)
  }

  endSync(): void {
    this.syncs?.end()
  }

  rename(from: string, to: string): void {
    renameSync(join(this.folder, from), join(this.folder, to))
  }

  remove(name: string): void {
    this.closeFile(name)
    rmSync(join(this.folder, name))
  }

  truncate(name: string, bytes: number): void {
    const file = this.file(name)
    ftruncateSync(file.fd, bytes)
    file.length = bytes
    file.written = bytes
  }

  syncNames(): void {
    const fd = openSync(this.folder, constants.O_RDONLY)
    fsyncSync(fd)
    closeSync(fd)
  }

  close(): void {
    void this.syncs?.close()
    for (const name of [...this.open.keys()]) this.closeFile(name)
  }

  private closeFile(name: string): void {
    const file = this.open.get(name)
    if (file) closeSync(file.fd)
    this.open.delete(name)
  }

  private writeAhead(file: Open, more: number): void {
    const zeros = new Uint8Array(Math.max(this.aheadBytes, more))
    writeSync(file.fd, zeros, 0, zeros.length, file.written)
    file.written += zeros.length
    fsyncSync(file.fd)
  }

  private file(name: string): Open {
    let file = this.open.get(name)
    if (!file) {
      const fd = openSync(join(this.folder, name), constants.O_RDWR | constants.O_CREAT, 0o600)
      // Recovery has cut off the room written ahead: a file that is there ends where its records end.
      const { size } = fstatSync(fd)
      file = { fd, length: size, written: size }
      this.open.set(name, file)
    }
    return file
  }
}
