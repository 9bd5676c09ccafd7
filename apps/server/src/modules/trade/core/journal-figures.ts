import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { JournalFigures, SnapshotFigures } from '@zhanggui/contract'
import type { Journal } from '@zhanggui/orders'

const sizeOf = (folder: string, name: string): number =>
  statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0

/** Files of a kind by name, which is the order in which they were written. */
const namesOf = (folder: string, ending: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .toSorted()

const sequenceIn = (name: string | undefined): number => Number(/\d+/.exec(name ?? '')?.[0] ?? 0)

/** The segment in use counts by its records, not by the room written ahead. */
const bytesOf = (journal: Journal, folder: string, names: readonly string[]): number =>
  names.reduce((sum, name) => sum + (name === journal.segment ? journal.segmentBytes : sizeOf(folder, name)), 0)

/** Journal that begins after the newest snapshot: what a start has to replay, but for the part of a segment before. */
export function bytesAfterSnapshot(journal: Journal, folder: string): number {
  const newest = sequenceIn(namesOf(folder, '.zgs').at(-1))
  const since = namesOf(folder, '.zgj').filter((name) => sequenceIn(name) > newest)
  return bytesOf(journal, folder, since)
}

/** Health of the journal as it lies in its folder. */
export function journalFigures(
  journal: Journal,
  { folder, bytesSinceSnapshot }: { folder: string; bytesSinceSnapshot: number },
): JournalFigures {
  const segments = namesOf(folder, '.zgj')
  return {
    sequence: journal.durable,
    segments: segments.length,
    bytes: bytesOf(journal, folder, segments),
    bytesSinceSnapshot,
    fault: journal.fault ?? null,
  }
}

/** The newest snapshot in the folder; null: none yet. */
export function snapshotFigures(folder: string): SnapshotFigures | null {
  const name = namesOf(folder, '.zgs').at(-1)
  const stat = name && statSync(join(folder, name), { throwIfNoEntry: false })
  return name && stat ? { sequence: sequenceIn(name), at: stat.mtime.toISOString(), bytes: stat.size } : null
}
