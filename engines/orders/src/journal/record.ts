import { pairAt, setPair } from '../frame/layout.ts'
import { crc32cWords } from './crc32c.ts'

/**
 * A record is a head of 16 words (64 bytes) and a body of words, filled up with zeros to a multiple of 64 bytes. Heads lie on
 * 64-byte bounds and so within one sector: a torn write leaves a head whole or not there, never half.
 * The words `magic`, `version` and `headCheck` keep their places in every later version.
 */
export const RECORD = {
  magic: 0,
  /** Format in bits 0–15, kind (`RECORD_KIND`) in bits 16–31. */
  version: 1,
  /** CRC-32C of the head, reckoned with this word zero. */
  headCheck: 2,
  bodyCheck: 3,
  bodyWords: 4,
  /** How many 64-byte lines of the body are zeros by nature: more of them means a line was never written. */
  zeroLines: 5,
  sequence: 6,
  /** The instant the frame was run at. */
  instant: 8,
  /** `headCheck` of the record before: a missing or foreign record breaks the chain. */
  previousCheck: 10,
  /** Highest sequence known to be on disk when this record was written: what is damaged up to there was acknowledged. */
  durable: 12,
  words: 16,
} as const

export const RECORD_KIND = { frame: 1, segmentHead: 2 } as const
/** "ZGJR" */
export const RECORD_MAGIC = 0x524a475a
/**
 * 2: orders bring what is known of who orders, and may be held for a check. A program that does not know these words would replay
 * them to other verdicts than were answered, so it has to refuse them by name; journals of version 1 hold none and are read as before.
 */
export const JOURNAL_VERSION = 2
export const ALIGN_WORDS = 16

export const aligned = (words: number): number => Math.ceil(words / ALIGN_WORDS) * ALIGN_WORDS

export type RecordHead = {
  kind: number
  bodyWords: number
  bodyCheck: number
  zeroLines: number
  headCheck: number
  sequence: number
  instant: number
  previousCheck: number
  durable: number
}

export const recordWords = (bodyWords: number): number => RECORD.words + aligned(bodyWords)

/** CRC-32C of the head at `at`, its own word taken as zero. Leaves the words as they are. */
export function headCheckOf(words: Int32Array, at: number): number {
  const stored = words[at + RECORD.headCheck] as number
  words[at + RECORD.headCheck] = 0
  const check = crc32cWords(words, at, at + RECORD.words)
  words[at + RECORD.headCheck] = stored
  return check
}

/** Lines of 64 bytes between two bounds that hold zeros alone; the last may be short. */
export function zeroLinesOf(words: Int32Array, from: number, to: number): number {
  let lines = 0
  for (let line = from; line < to; line += ALIGN_WORDS) {
    const end = Math.min(line + ALIGN_WORDS, to)
    let i = line
    while (i < end && words[i] === 0) i++
    if (i === end) lines++
  }
  return lines
}

/** Writes a record at the start of `into`, which must hold `recordWords(body.length)` words; gives its head check. */
export function writeRecord(
  into: Int32Array,
  body: Int32Array,
  head: Pick<RecordHead, 'kind' | 'sequence' | 'instant' | 'previousCheck' | 'durable'>,
): number {
  into.fill(0, 0, RECORD.words)
  into.set(body, RECORD.words)
  into.fill(0, RECORD.words + body.length, recordWords(body.length))
  into[RECORD.magic] = RECORD_MAGIC
  into[RECORD.version] = JOURNAL_VERSION | (head.kind << 16)
  into[RECORD.bodyCheck] = crc32cWords(into, RECORD.words, RECORD.words + body.length)
  into[RECORD.bodyWords] = body.length
  into[RECORD.zeroLines] = zeroLinesOf(into, RECORD.words, RECORD.words + body.length)
  setPair(into, RECORD.sequence, head.sequence)
  setPair(into, RECORD.instant, head.instant)
  into[RECORD.previousCheck] = head.previousCheck
  setPair(into, RECORD.durable, head.durable)
  const check = headCheckOf(into, 0)
  into[RECORD.headCheck] = check
  return check
}

export const readHead = (words: Int32Array, at: number): RecordHead => ({
  kind: (words[at + RECORD.version] as number) >>> 16,
  bodyWords: words[at + RECORD.bodyWords] as number,
  bodyCheck: words[at + RECORD.bodyCheck] as number,
  zeroLines: words[at + RECORD.zeroLines] as number,
  headCheck: words[at + RECORD.headCheck] as number,
  sequence: pairAt(words, at + RECORD.sequence),
  instant: pairAt(words, at + RECORD.instant),
  previousCheck: words[at + RECORD.previousCheck] as number,
  durable: pairAt(words, at + RECORD.durable),
})
