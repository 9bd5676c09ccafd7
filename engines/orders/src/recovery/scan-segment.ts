import { crc32cWords } from '../journal/crc32c.ts'
import {
  ALIGN_WORDS,
  headCheckOf,
  JOURNAL_VERSION,
  RECORD,
  RECORD_MAGIC,
  type RecordHead,
  readHead,
  recordWords,
  zeroLinesOf,
} from '../journal/record.ts'

/** What stands at a place in a segment. `torn` is what an interrupted write leaves, `rotten` what it cannot have left. */
export type Found =
  | { kind: 'record'; head: RecordHead; body: Int32Array; next: number }
  | { kind: 'end' }
  | { kind: 'torn' }
  | { kind: 'rotten' }
  | { kind: 'newer'; version: number }

const isZero = (words: Int32Array, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (words[i] !== 0) return false
  return true
}

export const headHolds = (words: Int32Array, at: number): boolean =>
  at + RECORD.words <= words.length &&
  words[at + RECORD.magic] === RECORD_MAGIC &&
  headCheckOf(words, at) === words[at + RECORD.headCheck]

/** Reads what stands at word `at` of a segment. */
export function readRecord(words: Int32Array, at: number): Found {
  if (at >= words.length) return { kind: 'end' }
  if (at + RECORD.words > words.length) return { kind: 'torn' }
  // A head lies within one sector: all of it was written, or nothing.
  if (isZero(words, at, at + RECORD.words)) return { kind: 'end' }
  if (!headHolds(words, at)) return { kind: 'rotten' }
  const version = (words[at + RECORD.version] as number) & 0xffff
  if (version > JOURNAL_VERSION) return { kind: 'newer', version }
  const head = readHead(words, at)
  const start = at + RECORD.words
  const end = start + head.bodyWords
  if (head.bodyWords < 0) return { kind: 'rotten' }
  const next = at + recordWords(head.bodyWords)
  // Without the zeros that fill it up the write did not end, and what came next would not lie on a bound of 64 bytes.
  if (next > words.length) return { kind: 'torn' }
  if (crc32cWords(words, start, end) === head.bodyCheck)
    return { kind: 'record', head, body: words.subarray(start, end), next }
  return zeroLinesOf(words, start, end) > head.zeroLines ? { kind: 'torn' } : { kind: 'rotten' }
}

/** Does a whole head after word `at` say that `sequence` was on disk when it was written? */
export function laterKnows(words: Int32Array, at: number, sequence: number): boolean {
  for (let i = at; i + RECORD.words <= words.length; i += ALIGN_WORDS)
    if (words[i] === RECORD_MAGIC && headHolds(words, i) && readHead(words, i).durable >= sequence) return true
  return false
}
