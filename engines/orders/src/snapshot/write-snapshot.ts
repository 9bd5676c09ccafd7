import type { Disk } from '../journal/disk.ts'
import { filesOf, sequenceOfSegment, sequenceOfSnapshot, snapshotName, TEMPORARY_SUFFIX } from '../journal/segment.ts'
import type { Admission } from '../state/admission.ts'
import { type SnapshotPoint, snapshotPieces } from './snapshot.ts'

/** So many snapshots are kept: should the newest be damaged, the one before and the journal since then give the same state. */
const SNAPSHOTS_KEPT = 2

/**
 * Writes a snapshot beside the journal: under a temporary name, synced, renamed, names synced; a crash at any point leaves the
 * old state of affairs or the new. Throws what the disk throws; the journal is not touched.
 */
export function writeSnapshot(disk: Disk, core: Admission, point: SnapshotPoint): string {
  const name = snapshotName(point.sequence)
  const temporary = name + TEMPORARY_SUFFIX
  // One that a full disk has stopped would keep the room it took.
  for (const left of disk.list()) if (left.endsWith(TEMPORARY_SUFFIX)) disk.remove(left)
  for (const piece of snapshotPieces(core, point))
    disk.append(temporary, new Uint8Array(piece.buffer, piece.byteOffset, piece.byteLength))
  disk.sync(temporary)
  disk.rename(temporary, name)
  disk.syncNames()
  return name
}

/**
 * Removes what no recovery needs any more: snapshots older than the two newest, and segments that end at or before the older
 * of these two. The segment in use is never removed. Gives the names removed.
 */
export function truncateJournal(disk: Disk): string[] {
  const names = disk.list()
  const snapshots = filesOf(names, sequenceOfSnapshot)
  const kept = snapshots.slice(-SNAPSHOTS_KEPT)
  const oldest = kept[0]
  if (!oldest || kept.length < SNAPSHOTS_KEPT) return []
  const removed = snapshots.slice(0, -SNAPSHOTS_KEPT).map((file) => file.name)
  const segments = filesOf(names, sequenceOfSegment)
  for (const [i, segment] of segments.entries()) {
    const next = segments[i + 1]
    if (next && next.sequence <= oldest.sequence + 1) removed.push(segment.name)
  }
  for (const name of removed) disk.remove(name)
  if (removed.length > 0) disk.syncNames()
  return removed
}
