import type { Disk } from '../journal/disk.ts'
import { filesOf, sequenceOfSnapshot } from '../journal/segment.ts'
import { readSnapshot, type SnapshotPoint } from '../snapshot/snapshot.ts'
import type { Admission } from '../state/admission.ts'
import type { AdmissionOptions } from '../state/options.ts'
import { type Damage, damageOf } from './damage.ts'
import { wordsOfFile } from './words-of-file.ts'

export type StartingPoint = {
  found: { name: string; core: Admission; point: SnapshotPoint } | undefined
  damagedSnapshots: string[]
  damage: Damage | undefined
}

/** The newest snapshot that is whole. A damaged one is passed over and named; one of a newer version or other options is not. */
export function newestSnapshot(disk: Disk, options: AdmissionOptions): StartingPoint {
  const start: StartingPoint = { found: undefined, damagedSnapshots: [], damage: undefined }
  for (const { name } of filesOf(disk.list(), sequenceOfSnapshot).reverse()) {
    const reading = readSnapshot(wordsOfFile(disk, name).words, options)
    if (reading.ok) {
      start.found = { name, core: reading.core, point: reading.point }
      return start
    }
    if (reading.code !== 'damaged') {
      start.damage = damageOf(reading.code, { file: name, detail: reading.detail })
      return start
    }
    start.damagedSnapshots.push(name)
  }
  return start
}
