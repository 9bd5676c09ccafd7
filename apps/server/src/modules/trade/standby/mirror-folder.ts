import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pointOf, recover, sequenceOfSegment } from '@zhanggui/orders'
import { hasCore, OPTIONS_FILE, readCoreOptions } from '../core/core-folder.ts'
import { damagedCore } from '../core/damaged-core.ts'
import { FileDisk } from '../core/file-disk.ts'
import type { MirrorPoint } from './find-position.ts'
import { writeEpoch } from './site-file.ts'

const NOTHING: MirrorPoint = { sequence: 0, check: 0 }
const isOfCore = (name: string): boolean => /\.(zgj|zgs|part)$/.test(name)

/**
 * The folder of a shop's core at a site that follows: the leader's files, byte for byte. To lead, it is recovered like any other.
 * Errors: the calls throw what the disk throws; `MirrorGap` where a piece does not join on to what is there.
 */
export class MirrorFolder {
  private readonly folder: string
  private readonly disk: FileDisk
  private readonly touched = new Set<string>()
  private hasNewNames = false

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    this.folder = folder
    this.disk = new FileDisk(folder)
  }

  /** What is there, after an unfinished write at its end was cut off. A journal that cannot be believed counts as none. */
  pointOfKept(): MirrorPoint {
    if (!hasCore(this.folder)) return NOTHING
    const found = recover(this.disk, readCoreOptions(this.folder))
    if (!found.ok) throw damagedCore(found.error)
    const { sequence, lastCheck } = pointOf(found.value.journal)
    return { sequence, check: lastCheck }
  }

  /** `fresh`: throws away what is there. First of all the proof that it was whole. */
  begin({ fresh, options }: { fresh: boolean; options: string }): void {
    if (!fresh && hasCore(this.folder)) return
    writeEpoch(this.folder, 0)
    // By the disk, which may have one of them open.
    for (const name of this.disk.list()) if (isOfCore(name)) this.disk.remove(name)
    writeFileSync(join(this.folder, OPTIONS_FILE), options, { mode: 0o600, flush: true })
    this.hasNewNames = true
  }

  add({ file, offset }: { file: string; offset: number }, bytes: Uint8Array): void {
    // A name from outside decides where is written.
    if (!/^(journal|snapshot)-\d{16}\.zg[js]$/.test(file)) throw new MirrorGap(file)
    if (offset === 0) this.hasNewNames = true
    if (this.lengthOf(file) !== offset) throw new MirrorGap(file)
    this.disk.append(file, bytes)
    this.lengths.set(file, offset + bytes.length)
    this.touched.add(file)
  }

  /** Everything added so far is on disk when this comes back. */
  sync(): void {
    for (const file of this.touched) this.disk.sync(file)
    this.touched.clear()
    if (!this.hasNewNames) return
    this.disk.syncNames()
    this.hasNewNames = false
  }

  /** From here on this site has all that was answered in the epoch. */
  stamp(epoch: number): void {
    writeEpoch(this.folder, epoch)
  }

  /** The segment in use. */
  get segment(): string {
    return [...this.lengths.keys()].findLast((name) => sequenceOfSegment(name) !== undefined) ?? ''
  }

  close(): void {
    this.disk.close()
  }

  /** Lengths without the room that was written ahead: what `stat` says is longer. */
  private readonly lengths = new Map<string, number>()

  private lengthOf(file: string): number {
    const known = this.lengths.get(file)
    if (known !== undefined) return known
    try {
      return statSync(join(this.folder, file)).size
    } catch {
      return 0
    }
  }
}

/** What came does not join on to what is here: the copy has to begin anew. */
export class MirrorGap extends Error {
  override readonly name = 'MirrorGap'
}
