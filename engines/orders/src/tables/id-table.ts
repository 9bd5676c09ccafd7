import { assert } from '@zhanggui/kernel'

/**
 * Finds a row by its 128-bit id: open addressing with linear probing over pairs (hash, row + 1). The whole hash stands beside
 * the row, so a miss touches one cache line and never the rows; taking out shifts back what follows, so there are no
 * tombstones and a table that has seen a billion ids is as quick as a new one.
 * An id is the first four words of its row.
 */
export type IdTable = {
  readonly slots: Int32Array
  readonly mask: number
  readonly rows: Int32Array
  readonly stride: number
}

/** `rows` is a power of two; the table is at most half full. */
export const createIdTable = (rows: number, stride: number): IdTable => ({
  slots: new Int32Array(rows * 4),
  mask: rows * 2 - 1,
  rows: new Int32Array(rows * stride),
  stride,
})

function sameId(rows: Int32Array, row: number, words: Int32Array, at: number): boolean {
  return (
    rows[row] === words[at] &&
    rows[row + 1] === words[at + 1] &&
    rows[row + 2] === words[at + 2] &&
    rows[row + 3] === words[at + 3]
  )
}

/** Number of the row whose id stands in `words` at `at`; -1: none. */
export function findId(table: IdTable, hash: number, words: Int32Array, at: number): number {
  const { slots, mask, rows, stride } = table
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const row = (slots[slot * 2 + 1] as number) - 1
    if (row < 0) return -1
    if (slots[slot * 2] === hash && sameId(rows, row * stride, words, at)) return row
  }
}

/** The id must not be in the table yet. */
export function insertId(table: IdTable, hash: number, row: number): void {
  const { slots, mask } = table
  let slot = hash & mask
  while (slots[slot * 2 + 1] !== 0) slot = (slot + 1) & mask
  slots[slot * 2] = hash
  slots[slot * 2 + 1] = row + 1
}

/** The row must be in the table under this hash. */
export function removeId(table: IdTable, hash: number, row: number): void {
  const { slots, mask } = table
  let hole = hash & mask
  while (slots[hole * 2 + 1] !== row + 1) {
    assert(slots[hole * 2 + 1] !== 0, 'a row that is taken out is in the table')
    hole = (hole + 1) & mask
  }
  for (let next = (hole + 1) & mask; slots[next * 2 + 1] !== 0; next = (next + 1) & mask) {
    const home = (slots[next * 2] as number) & mask
    // What stands between its home and here must not jump over its home.
    if (((next - home) & mask) < ((next - hole) & mask)) continue
    slots[hole * 2] = slots[next * 2] as number
    slots[hole * 2 + 1] = slots[next * 2 + 1] as number
    hole = next
  }
  slots[hole * 2] = 0
  slots[hole * 2 + 1] = 0
}
