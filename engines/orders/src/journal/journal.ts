import { err, ok, type Result } from '@zhanggui/kernel'
import type { AdmissionOptions } from '../state/options.ts'
import { type Disk, DiskFullError } from './disk.ts'
import { optionsToWords } from './options-words.ts'
import { RECORD_KIND, recordWords, writeRecord } from './record.ts'
import { segmentName } from './segment.ts'

/** Why a journal has stopped. It stays stopped: what an interrupted write left behind is found out by recovery alone. */
export type JournalFault = { code: 'disk_full' | 'disk_failed'; message: string }

export type Journal = {
  readonly disk: Disk
  readonly options: AdmissionOptions
  /** A segment is closed when it has grown to so many bytes. */
  readonly segmentBytesMax: number
  segment: string
  segmentBytes: number
  /** Of the next record. */
  sequence: number
  previousCheck: number
  /** Highest sequence known to be on disk. */
  durable: number
  fault: JournalFault | undefined
  buffer: Int32Array
}

const SEGMENT_BYTES_MAX = 64 * 1024 * 1024

export type JournalStart = { sequence: number; previousCheck: number; segment?: { name: string; bytes: number } }

/** A journal that goes on where `start` says; an empty folder starts at sequence 1. */
export function createJournal(
  disk: Disk,
  options: AdmissionOptions,
  start: JournalStart = { sequence: 1, previousCheck: 0 },
  segmentBytesMax: number = SEGMENT_BYTES_MAX,
): Journal {
  return {
    disk,
    options,
    segmentBytesMax,
    segment: start.segment?.name ?? '',
    segmentBytes: start.segment?.bytes ?? 0,
    sequence: start.sequence,
    previousCheck: start.previousCheck,
    durable: start.sequence - 1,
    fault: undefined,
    buffer: new Int32Array(1024),
  }
}

/** Runs a step on the disk; whatever it throws stops the journal for good. */
function guarded<T>(journal: Journal, step: () => T): Result<T, JournalFault> {
  if (journal.fault) return err(journal.fault)
  try {
    return ok(step())
  } catch (cause) {
    const full = cause instanceof DiskFullError
    journal.fault = {
      code: full ? 'disk_full' : 'disk_failed',
      message: full
        ? '磁盘已满，日志已停止；请清理空间后重启。The disk is full and the journal has stopped: make room, then restart.'
        : `日志写盘失败，已停止；请检查磁盘后重启。The journal could not be written and has stopped: check the disk, then restart. ${String(cause)}`,
    }
    return err(journal.fault)
  }
}

function put(journal: Journal, kind: number, body: Int32Array, instant: number): number {
  const words = recordWords(body.length)
  if (journal.buffer.length < words) journal.buffer = new Int32Array(words * 2)
  const { sequence, durable, previousCheck, buffer } = journal
  const check = writeRecord(buffer, body, { kind, sequence, instant, previousCheck, durable })
  journal.disk.append(journal.segment, new Uint8Array(buffer.buffer, 0, words * 4))
  journal.segmentBytes += words * 4
  journal.previousCheck = check
  journal.sequence = sequence + 1
  return sequence
}

/** A segment begins with a record that says for which options it was written; the one before is on disk by then. */
function openSegment(journal: Journal, instant: number): void {
  if (journal.segment) journal.disk.sync(journal.segment)
  journal.durable = journal.sequence - 1
  journal.segment = segmentName(journal.sequence)
  journal.segmentBytes = 0
  put(journal, RECORD_KIND.segmentHead, optionsToWords(journal.options), instant)
  journal.disk.sync(journal.segment)
  journal.disk.syncNames()
  journal.durable = journal.sequence - 1
}

const needsSegment = ({ disk, segment, segmentBytes, segmentBytesMax }: Journal, bytes: number): boolean =>
  segment === '' || segmentBytes >= segmentBytesMax || disk.prefersNew(segment, bytes)

/** Writes a frame at the end of the journal; on disk it is after `syncJournal` only. Gives its sequence. */
export function appendFrame(journal: Journal, frame: Int32Array, instant: number): Result<number, JournalFault> {
  return guarded(journal, () => {
    if (needsSegment(journal, recordWords(frame.length) * 4)) openSegment(journal, instant)
    return put(journal, RECORD_KIND.frame, frame, instant)
  })
}

/** Everything appended so far is on disk when this comes back: only now may answers go out. */
export function syncJournal(journal: Journal): Result<number, JournalFault> {
  return guarded(journal, () => {
    const last = journal.sequence - 1
    if (journal.segment && journal.durable < last) journal.disk.sync(journal.segment)
    journal.durable = last
    return last
  })
}

/** The next frame begins a new segment: what is closed can be taken into a snapshot by somebody else. */
export const closeSegment = (journal: Journal): void => {
  journal.segmentBytes = journal.segmentBytesMax
}
