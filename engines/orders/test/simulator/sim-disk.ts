import type { Rng } from '@zhanggui/kernel'
import { type Disk, DiskFullError } from '../../src/index.ts'

/** What a disk writes whole or not at all. */
const SECTOR = 512

/** `end`: where the next bytes go; from there to `length` is room written ahead, as zeros. */
type File = { bytes: Uint8Array; end: number; length: number; synced: number; beforeCut: Uint8Array | undefined }

/** How far ahead room is written where a disk does so, and how much a file has that begins in room made for it. */
const AHEAD = 4096

/** How often a file is found as long as it was made though its last bytes never came; room that was written ahead was synced then. */
const LENGTH_KEPT = 0.3
const AHEAD_KEPT = 0.9

const emptyFile = (): File => ({ bytes: new Uint8Array(4096), end: 0, length: 0, synced: 0, beforeCut: undefined })

/**
 * A disk in memory that forgets what was not synced. `boundary` is called before every change, so that a crash can be tried
 * between any two. `room`: bytes that may still be appended before the disk is full.
 */
export class SimDisk implements Disk {
  private names = new Map<string, File>()
  /** Names as they were at the last `syncNames`. */
  private durableNames = new Map<string, File>()
  boundary: () => void = () => undefined
  room = Number.POSITIVE_INFINITY
  writesAhead = false

  list(): string[] {
    return [...this.names.keys()]
  }

  read(name: string): Uint8Array {
    const file = this.file(name)
    return file.bytes.slice(0, file.length)
  }

  append(name: string, bytes: Uint8Array): void {
    this.boundary()
    const file = this.names.get(name) ?? emptyFile()
    this.names.set(name, file)
    const ahead = this.writesAhead && name.startsWith('journal')
    // Room that was written ahead cannot run out: a full disk is met when more is made, before a byte of the record.
    const fits = ahead && this.room < bytes.length ? bytes.subarray(0, 0) : bytes.subarray(0, Math.max(0, this.room))
    this.room -= fits.length
    const end = file.end + fits.length
    const length = ahead ? Math.ceil(end / AHEAD) * AHEAD : end
    this.grow(file, length)
    file.bytes.set(fits, file.end)
    file.end = end
    file.length = Math.max(file.length, length)
    if (fits.length < bytes.length) throw new DiskFullError('no room left')
  }

  /** As a disk on which the room of the next file is always ready. */
  prefersNew(name: string, bytes: number): boolean {
    return this.writesAhead && this.file(name).end + bytes > AHEAD
  }

  sync(name: string): void {
    this.boundary()
    const file = this.file(name)
    file.synced = file.end
    file.beforeCut = undefined
  }

  rename(from: string, to: string): void {
    this.boundary()
    this.names.set(to, this.file(from))
    this.names.delete(from)
  }

  remove(name: string): void {
    this.boundary()
    this.names.delete(name)
  }

  truncate(name: string, length: number): void {
    this.boundary()
    const file = this.file(name)
    file.beforeCut ??= file.bytes.slice(0, file.length)
    file.bytes.fill(0, length)
    file.end = length
    file.length = length
    file.synced = Math.min(file.synced, length)
  }

  syncNames(): void {
    this.boundary()
    this.durableNames = new Map(this.names)
  }

  /** The disk as it may be found after a crash at this moment: which unsynced sectors and names came through is drawn by lot. */
  crashed(rng: Rng): SimDisk {
    const after = new SimDisk()
    after.writesAhead = this.writesAhead
    const names = rng.next() < 0.5 ? this.durableNames : this.names
    for (const [name, file] of names)
      after.names.set(name, survived(file, rng, this.writesAhead ? AHEAD_KEPT : LENGTH_KEPT))
    after.durableNames = new Map(after.names)
    return after
  }

  /** A copy in which one bit of one file is turned, and which one; `undefined` where there is nothing to turn. */
  rotten(rng: Rng): { disk: SimDisk; where: string } | undefined {
    const disk = new SimDisk()
    for (const [name, { bytes, length }] of this.names)
      disk.names.set(name, { ...emptyFile(), bytes: bytes.slice(), end: length, length, synced: length })
    disk.durableNames = new Map(disk.names)
    const name = rng.pick(this.list())
    const file = disk.file(name)
    if (file.length === 0) return undefined
    const at = rng.int(file.length)
    const bit = rng.int(8)
    file.bytes[at] = (file.bytes[at] as number) ^ (1 << bit)
    return { disk, where: `${name} byte ${at} bit ${bit}` }
  }

  private file(name: string): File {
    const file = this.names.get(name)
    if (!file) throw new Error(`No file ${name}`)
    return file
  }

  private grow(file: File, length: number): void {
    if (length <= file.bytes.length) return
    const bytes = new Uint8Array(Math.max(length, file.bytes.length * 2))
    bytes.set(file.bytes)
    file.bytes = bytes
  }
}

/** What is left of a file: everything synced, and any choice of the sectors written since, the lost ones as zeros. */
function survived(file: File, rng: Rng, lengthKept: number): File {
  if (file.beforeCut && rng.next() < 0.5) {
    const bytes = file.beforeCut.slice()
    return { ...emptyFile(), bytes, end: bytes.length, length: bytes.length, synced: bytes.length }
  }
  const bytes = new Uint8Array(Math.max(file.length, 1))
  bytes.set(file.bytes.subarray(0, file.synced))
  const keep = rng.pick([0, 0.5, 0.9, 1])
  let length = file.synced
  for (let from = file.synced; from < file.end; from = Math.floor(from / SECTOR) * SECTOR + SECTOR) {
    if (rng.next() >= keep) continue
    const to = Math.min(file.end, Math.floor(from / SECTOR) * SECTOR + SECTOR)
    bytes.set(file.bytes.subarray(from, to), from)
    length = to
  }
  // Some systems have made the file longer already, though the bytes never came.
  if (rng.next() < lengthKept) length = file.length
  return { bytes, end: length, length, synced: length, beforeCut: undefined }
}
