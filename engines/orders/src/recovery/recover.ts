import { err, ok, type Result } from '@zhanggui/kernel'
import { apply } from '../apply/apply.ts'
import type { Disk } from '../journal/disk.ts'
import { createJournal, type Journal } from '../journal/journal.ts'
import { optionsThatDiffer } from '../journal/options-words.ts'
import { RECORD_KIND, type RecordHead } from '../journal/record.ts'
import { filesOf, sequenceOfSegment, TEMPORARY_SUFFIX } from '../journal/segment.ts'
import { type Admission, createAdmission } from '../state/admission.ts'
import type { AdmissionOptions } from '../state/options.ts'
import { type Damage, damageOf } from './damage.ts'
import { newestSnapshot, type StartingPoint } from './newest-snapshot.ts'
import { laterKnows, readRecord } from './scan-segment.ts'
import { wordsOfFile } from './words-of-file.ts'

/** What recovery did, for the log. */
export type RecoveryReport = {
  /** File the state was begun from; `undefined`: from the first record. */
  snapshot: string | undefined
  /** Snapshots passed over because they are damaged; the state is the same, but somebody should look at the disk. */
  damagedSnapshots: string[]
  recordsReplayed: number
  lastSequence: number
  /** An unfinished write at the end that was cut off: nothing in it was acknowledged. */
  cut: { file: string; offset: number } | undefined
}

export type Recovered = { core: Admission; journal: Journal; report: RecoveryReport }

type Segment = { name: string; sequence: number }
type Replay = {
  core: Admission
  sequence: number
  lastCheck: number
  records: number
  end: { name: string; bytes: number } | undefined
  cut: RecoveryReport['cut']
}

/** Called for every frame that is replayed, with the answers it got: whoever derives facts from answers sees each once more. */
export type OnReplay = (core: Admission, frame: Int32Array, head: RecordHead, count: number) => void

function takeRecord(
  replay: Replay,
  head: RecordHead,
  body: Int32Array,
  at: { file: string; offset: number },
  onReplay: OnReplay | undefined,
): Damage | undefined {
  const expected = replay.sequence + 1
  const place = { ...at, sequence: expected }
  if (head.sequence < expected) return undefined
  if (head.sequence > expected || head.previousCheck !== replay.lastCheck) return damageOf('missing_record', place)
  if (head.kind === RECORD_KIND.segmentHead) {
    const different = optionsThatDiffer(body, replay.core.options)
    if (!different) return damageOf('bit_rot', place)
    if (different.length > 0) return damageOf('options_differ', { ...place, detail: different.join(', ') })
  } else {
    const count = apply(replay.core, body, head.instant)
    onReplay?.(replay.core, body, head, count)
    replay.records++
  }
  replay.sequence = expected
  replay.lastCheck = head.headCheck
  return undefined
}

/** Cuts off what an interrupted write has left, unless something later shows that it was on disk once. */
function cutTail(
  disk: Disk,
  replay: Replay,
  file: string,
  words: Int32Array,
  at: number,
  isLast: boolean,
): Damage | undefined {
  const place = { file, offset: at * 4, sequence: replay.sequence + 1 }
  if (!isLast || laterKnows(words, at, replay.sequence + 1)) return damageOf('bit_rot', place)
  if (at === 0) {
    // It was begun when all before it was on disk: its name says up to where, though nothing else of it came through.
    if ((sequenceOfSegment(file) ?? 0) > replay.sequence + 1) return damageOf('missing_record', place)
    disk.remove(file)
    // The one before is written on, and may have room after its last record, which ends with its file from now on.
    if (replay.end) disk.truncate(replay.end.name, replay.end.bytes)
  } else {
    disk.truncate(file, at * 4)
    replay.end = { name: file, bytes: at * 4 }
  }
  // Zeros are room that was never written to; anything else is a write that did not end.
  if (!isUnwritten(words, at)) replay.cut = { file, offset: at * 4 }
  return undefined
}

/**
 * A segment ends where its file does; one that was followed by another may have room after it that was written ahead. That
 * nothing is missing there is shown by the next one, whose head carries the sequence and the check of the record before.
 */
function endsWhole(
  kind: string,
  words: Int32Array,
  at: number,
  { oddBytes, isLast }: { oddBytes: number; isLast: boolean },
): boolean {
  if (kind !== 'end' || at === 0 || oddBytes > 0) return false
  return at >= words.length || (!isLast && isUnwritten(words, at))
}

const isUnwritten = (words: Int32Array, from: number): boolean => {
  for (let i = from; i < words.length; i++) if (words[i] !== 0) return false
  return true
}

function replaySegment(
  disk: Disk,
  replay: Replay,
  { segment, isLast, onReplay }: { segment: Segment; isLast: boolean; onReplay: OnReplay | undefined },
): Damage | undefined {
  const { words, oddBytes } = wordsOfFile(disk, segment.name)
  for (let at = 0; ; ) {
    const found = readRecord(words, at)
    const place = { file: segment.name, offset: at * 4, sequence: replay.sequence + 1 }
    if (found.kind === 'newer') return damageOf('newer_version', { ...place, detail: String(found.version) })
    if (found.kind === 'rotten') return damageOf('bit_rot', place)
    if (found.kind === 'record') {
      const damage = takeRecord(replay, found.head, found.body, place, onReplay)
      if (damage) return damage
      at = found.next
      continue
    }
    if (!endsWhole(found.kind, words, at, { oddBytes, isLast }))
      return cutTail(disk, replay, segment.name, words, at, isLast)
    replay.end = { name: segment.name, bytes: at * 4 }
    return undefined
  }
}

function begin(start: StartingPoint, options: AdmissionOptions): Replay {
  const { found } = start
  return {
    core: found?.core ?? createAdmission(options),
    sequence: found?.point.sequence ?? 0,
    lastCheck: found?.point.lastCheck ?? 0,
    records: 0,
    end: undefined,
    cut: undefined,
  }
}

/** Segments that hold something after the sequence: from the last one that begins at or before it. */
function segmentsAfter(segments: readonly Segment[], sequence: number): readonly Segment[] {
  let first = 0
  for (const [i, segment] of segments.entries()) if (segment.sequence <= sequence + 1) first = i
  return segments.slice(first)
}

/**
 * Comes back to the state of the last record that is whole: newest snapshot that is whole, then the journal since. Files of a
 * snapshot that was never finished are removed, an unfinished write at the end is cut off; both were never acknowledged.
 * Errors: `Damage`, naming file, byte and sequence; then nothing on disk has been changed by replay.
 */
export function recover(
  disk: Disk,
  options: AdmissionOptions,
  { onReplay, segmentBytesMax }: { onReplay?: OnReplay; segmentBytesMax?: number } = {},
): Result<Recovered, Damage> {
  const start = newestSnapshot(disk, options)
  if (start.damage) return err(start.damage)
  const replay = begin(start, options)
  const segments = segmentsAfter(filesOf(disk.list(), sequenceOfSegment), replay.sequence)
  const first = segments[0]
  if (first && first.sequence > replay.sequence + 1) {
    const code = start.damagedSnapshots.length > 0 ? 'snapshot_damaged' : 'missing_record'
    return err(damageOf(code, { file: start.damagedSnapshots[0] ?? first.name, sequence: replay.sequence + 1 }))
  }
  if (!first && start.damagedSnapshots.length > 0)
    return err(damageOf('snapshot_damaged', { file: start.damagedSnapshots[0] ?? '' }))
  for (const [i, segment] of segments.entries()) {
    const damage = replaySegment(disk, replay, { segment, isLast: i === segments.length - 1, onReplay })
    if (damage) return err(damage)
  }
  for (const name of disk.list()) if (name.endsWith(TEMPORARY_SUFFIX)) disk.remove(name)
  return ok(finish(disk, replay, start, segmentBytesMax))
}

function finish(disk: Disk, replay: Replay, start: StartingPoint, segmentBytesMax: number | undefined): Recovered {
  // What was read back may have been in the system's memory only: it counts as durable from here, so it has to be.
  if (replay.end) disk.sync(replay.end.name)
  disk.syncNames()
  const journalStart = { sequence: replay.sequence + 1, previousCheck: replay.lastCheck }
  const journal = createJournal(
    disk,
    replay.core.options,
    replay.end ? { ...journalStart, segment: replay.end } : journalStart,
    segmentBytesMax,
  )
  const report: RecoveryReport = {
    snapshot: start.found?.name,
    damagedSnapshots: start.damagedSnapshots,
    recordsReplayed: replay.records,
    lastSequence: replay.sequence,
    cut: replay.cut,
  }
  return { core: replay.core, journal, report }
}
