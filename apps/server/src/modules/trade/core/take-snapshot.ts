import { type Disk, pointOf, recover, sequenceOfSegment, truncateJournal, writeSnapshot } from '@zhanggui/orders'
import { FileDisk } from './file-disk.ts'
import type { SnapshotOrder } from './snapshot-keeper.ts'

/** The folder as it would be without the segment in use and what comes after it: all that is closed for good. */
function closedPart(disk: FileDisk, openSegment: string): Disk {
  const isClosed = (name: string): boolean =>
    sequenceOfSegment(name) === undefined ? name.startsWith('snapshot-') : name < openSegment
  return {
    list: () => disk.list().filter(isClosed),
    read: (name) => disk.read(name),
    append: (name, bytes) => disk.append(name, bytes),
    prefersNew: (name, bytes) => disk.prefersNew(name, bytes),
    sync: (name) => disk.sync(name),
    rename: (from, to) => disk.rename(from, to),
    remove: (name) => disk.remove(name),
    truncate: (name, bytes) => disk.truncate(name, bytes),
    syncNames: () => disk.syncNames(),
  }
}

/**
 * Takes a snapshot of the state at the end of the closed segments and removes what it makes needless.
 * Errors: throws where these segments cannot be believed, or what the disk throws; nothing that counts has changed then.
 */
export function takeSnapshot({ folder, options, openSegment }: SnapshotOrder): void {
  const files = new FileDisk(folder)
  try {
    const disk = closedPart(files, openSegment)
    const found = recover(disk, options)
    if (!found.ok) throw new Error(found.error.message)
    writeSnapshot(disk, found.value.core, pointOf(found.value.journal))
    truncateJournal(disk)
  } finally {
    files.close()
  }
}
