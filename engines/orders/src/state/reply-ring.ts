import { hashId } from '../tables/hash.ts'
import { createIdTable, findId, type IdTable, insertId, removeId } from '../tables/id-table.ts'

/** A remembered answer, 8 words. */
export const REPLY = { id: 0, answer: 4, detail: 5, content: 6, issuedAtLow: 7, words: 8 } as const

const TWO_32 = 0x1_0000_0000

/**
 * Answers by id, in the order of arrival. A full ring forgets its oldest answer; from then on no request issued at or before
 * that one's instant is run (`horizon`), so a forgotten id can never be run a second time.
 */
export type ReplyRing = {
  readonly table: IdTable
  readonly size: number
  /** Next place to be written; rows written so far, up to `size`. */
  readonly marks: Int32Array
  /** Requests issued at or before this instant (ms) are too old. */
  readonly horizon: Float64Array
}

export const createReplyRing = (size: number): ReplyRing => ({
  table: createIdTable(size, REPLY.words),
  size,
  marks: new Int32Array(2),
  horizon: new Float64Array(1),
})

export const findReply = (ring: ReplyRing, hash: number, words: Int32Array, at: number): number =>
  findId(ring.table, hash, words, at)

/** The instant whose low word this is, no further than 24 days from `now`. */
const instantNear = (low: number, now: number): number => now - ((((now % TWO_32) | 0) - low) | 0)

function forgetOldest(ring: ReplyRing, row: number, seed: number, now: number): void {
  const { rows } = ring.table
  const at = row * REPLY.words
  const issuedAt = instantNear(rows[at + REPLY.issuedAtLow] as number, now)
  if (issuedAt > (ring.horizon[0] as number)) ring.horizon[0] = issuedAt
  removeId(ring.table, hashId(rows, at, seed), row)
}

/** Takes the next row of the ring for the id at `at`, forgetting the oldest where it is full. The caller writes the answer. */
export function rememberReply(
  ring: ReplyRing,
  words: Int32Array,
  at: number,
  hash: number,
  seed: number,
  clock: Float64Array,
): number {
  const { marks, table } = ring
  const row = marks[0] as number
  if (marks[1] === ring.size) forgetOldest(ring, row, seed, clock[0] as number)
  else marks[1] = (marks[1] as number) + 1
  marks[0] = row + 1 === ring.size ? 0 : row + 1
  const { rows } = table
  const to = row * REPLY.words
  rows[to] = words[at] as number
  rows[to + 1] = words[at + 1] as number
  rows[to + 2] = words[at + 2] as number
  rows[to + 3] = words[at + 3] as number
  insertId(table, hash, row)
  return to
}
