import { RESULT } from '../codes/result-code.ts'
import { BLOCK } from '../frame/layout.ts'
import type { Admission } from '../state/admission.ts'
import { countAt, hasRoom, setCount } from '../tables/count-table.ts'

/** Blocks a buyer, device, address or source until a second (UTC); second 0 lifts it. */
export function block(core: Admission, frame: Int32Array, start: number): number {
  const low = frame[start + BLOCK.key] as number
  const high = frame[start + BLOCK.key + 1] as number
  const until = frame[start + BLOCK.until] as number
  if (until !== 0 && countAt(core.blocks, low, high, 0) === 0 && !hasRoom(core.blocks)) return RESULT.core_full
  setCount(core.blocks, low, high, 0, until)
  return RESULT.accepted
}
