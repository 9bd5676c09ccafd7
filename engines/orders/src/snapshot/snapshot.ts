import { pairAt, setPair } from '../frame/layout.ts'
import { crc32cWords } from '../journal/crc32c.ts'
import { optionsThatDiffer, optionsToWords } from '../journal/options-words.ts'
import { type Admission, createAdmission } from '../state/admission.ts'
import type { AdmissionOptions } from '../state/options.ts'
import { coreArrays } from './core-arrays.ts'
import { packPages, unpackPages } from './sparse-pages.ts'

/**
 * A snapshot: a head of 16 words, then one section an array: number, words of the body, CRC-32C of the body, CRC-32C of these
 * three words; the body. Section 0 are the options. The head says how many sections there are, so a short file is found out.
 */
const HEAD = { magic: 0, version: 1, headCheck: 2, sections: 3, sequence: 4, lastCheck: 6, words: 16 } as const
const SECTION_WORDS = 4
/** "ZGSN" */
const SNAPSHOT_MAGIC = 0x4e53475a
export const SNAPSHOT_VERSION = 1

/** State as of a record: its sequence, and its head check so that the chain goes on from here. */
export type SnapshotPoint = { sequence: number; lastCheck: number }

function sectionOf(number: number, body: Int32Array): Int32Array {
  const section = new Int32Array(SECTION_WORDS + body.length)
  section[0] = number
  section[1] = body.length
  section[2] = crc32cWords(body, 0, body.length)
  section[3] = crc32cWords(section, 0, 3)
  section.set(body, SECTION_WORDS)
  return section
}

function headOf(point: SnapshotPoint, sections: number): Int32Array {
  const head = new Int32Array(HEAD.words)
  head[HEAD.magic] = SNAPSHOT_MAGIC
  head[HEAD.version] = SNAPSHOT_VERSION
  head[HEAD.sections] = sections
  setPair(head, HEAD.sequence, point.sequence)
  head[HEAD.lastCheck] = point.lastCheck
  head[HEAD.headCheck] = crc32cWords(head, 0, HEAD.words)
  return head
}

/** The pieces of a snapshot, to be written one after another; made one at a time, so memory holds one array twice at most. */
export function* snapshotPieces(core: Admission, point: SnapshotPoint): Generator<Int32Array> {
  const arrays = coreArrays(core)
  yield headOf(point, arrays.length + 1)
  yield sectionOf(0, optionsToWords(core.options))
  for (const [i, array] of arrays.entries()) yield sectionOf(i + 1, packPages(array))
}

export type SnapshotReading =
  | { ok: true; core: Admission; point: SnapshotPoint }
  | { ok: false; code: 'damaged' | 'newer_version' | 'options_differ'; detail: string }

const damaged = (detail: string): SnapshotReading => ({ ok: false, code: 'damaged', detail })

function checkHead(words: Int32Array): SnapshotReading | undefined {
  if (words.length < HEAD.words || words[HEAD.magic] !== SNAPSHOT_MAGIC) return damaged('head')
  const head = words.slice(0, HEAD.words)
  head[HEAD.headCheck] = 0
  if (crc32cWords(head, 0, HEAD.words) !== words[HEAD.headCheck]) return damaged('head')
  const version = words[HEAD.version] as number
  return version > SNAPSHOT_VERSION ? { ok: false, code: 'newer_version', detail: String(version) } : undefined
}

/** The body of the section at `at`, or `undefined` where it is not whole. */
function bodyAt(words: Int32Array, at: number, number: number): Int32Array | undefined {
  if (at + SECTION_WORDS > words.length || words[at] !== number) return undefined
  if (crc32cWords(words, at, at + 3) !== words[at + 3]) return undefined
  const length = words[at + 1] as number
  const start = at + SECTION_WORDS
  if (length < 0 || start + length > words.length) return undefined
  return crc32cWords(words, start, start + length) === words[at + 2] ? words.subarray(start, start + length) : undefined
}

/** Reads a snapshot for a core of these options. Nothing is taken over from one that is not whole. */
export function readSnapshot(words: Int32Array, options: AdmissionOptions): SnapshotReading {
  const fault = checkHead(words)
  if (fault) return fault
  const core = createAdmission(options)
  const arrays = coreArrays(core)
  if (words[HEAD.sections] !== arrays.length + 1) return damaged('head')
  const written = bodyAt(words, HEAD.words, 0)
  if (!written) return damaged('section 0')
  const different = optionsThatDiffer(written, core.options)
  if (!different) return damaged('section 0')
  if (different.length > 0) return { ok: false, code: 'options_differ', detail: different.join(', ') }
  let at = HEAD.words + SECTION_WORDS + written.length
  for (const [i, array] of arrays.entries()) {
    const body = bodyAt(words, at, i + 1)
    if (!body || !unpackPages(body, array)) return damaged(`section ${i + 1}`)
    at += SECTION_WORDS + body.length
  }
  const point = { sequence: pairAt(words, HEAD.sequence), lastCheck: words[HEAD.lastCheck] as number }
  return at === words.length ? { ok: true, core, point } : damaged('end')
}
