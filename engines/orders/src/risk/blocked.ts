import { type Admission, clockOf } from '../state/admission.ts'
import { countAt } from '../tables/count-table.ts'

/** Is the key at `at` blocked at this instant? The number kept with a key is the second until which it is. */
export function isBlocked(core: Admission, words: Int32Array, at: number): boolean {
  const until = countAt(core.blocks, words[at] as number, words[at + 1] as number, 0)
  return until !== 0 && clockOf(core) < (until >>> 0) * 1000
}
