import type { Admission } from '../state/admission.ts'
import { hashId } from '../tables/hash.ts'
import { findId } from '../tables/id-table.ts'

/** Row of the order whose id stands in `words` at `at`; -1: none, or forgotten after its retention. */
export const findOrder = (core: Admission, words: Int32Array, at: number): number =>
  findId(core.orders, hashId(words, at, core.options.hashSeed), words, at)
