import { assert } from '@zhanggui/kernel'
import { KIND } from '../frame/command-kind.ts'
import { HEAD, ITEM_MASK, RESERVE } from '../frame/layout.ts'
import type { Admission } from '../state/admission.ts'
import { LIMIT_CLASS, limitGroupOf } from '../stock/limits.ts'
import { hashId, hashThree } from '../tables/hash.ts'
import { ITEM, itemRow } from '../tables/item-rows.ts'

/** A word of the slot where a reserve's first line will be counted under its buyer's limit; 0 where there is none. */
function touchLimit(core: Admission, frame: Int32Array, start: number): number {
  const item = (frame[start + RESERVE.lines] as number) & ITEM_MASK
  if (item >= core.options.items) return 0
  const group = limitGroupOf(core.items, item)
  if (core.items[itemRow(group) + ITEM.buyerLimit] === 0) return 0
  const { slots, mask, seed } = core.limits
  const low = frame[start + RESERVE.buyer] as number
  const high = frame[start + RESERVE.buyer + 1] as number
  return slots[(hashThree(low, high, group | LIMIT_CLASS.buyer, seed) & mask) * 4] as number
}

/**
 * Reads, for all commands of a frame, the places of the big tables they will need, before the first is decided. Decisions wait
 * for one another, these reads do not: the processor fetches many at once, and each decision then finds its lines in the cache.
 * What it saves alone has not been measured apart from the limit's being looked up once (docs/order-core.md). Keeps the hashes of the ids, which are needed anyway.
 */
export function warmUp(core: Admission, frame: Int32Array): void {
  const { hashes, replies, orders, options } = core
  let touched = 0
  let count = 0
  for (let start = 0; start < frame.length; start += (frame[start] as number) >>> 16) {
    assert(count < options.commandsMax, 'a frame holds no more commands than commandsMax')
    const hash = hashId(frame, start + HEAD.id, options.hashSeed)
    hashes[count++] = hash
    touched ^= replies.table.slots[(hash & replies.table.mask) * 2] as number
    if (((frame[start] as number) & 0xff) !== KIND.reserve) continue
    touched ^= orders.slots[(hash & orders.mask) * 2] as number
    touched ^= touchLimit(core, frame, start)
  }
  // Kept, so that the reads cannot be left out as useless.
  hashes[options.commandsMax] = touched
}
