import { assert } from '@zhanggui/kernel'
import { KIND } from '../frame/command-kind.ts'
import { ENTER_GATE, HEAD, ITEM_MASK, RESERVE } from '../frame/layout.ts'
import type { Admission } from '../state/admission.ts'
import { LIMIT_CLASS, limitGroupOf } from '../stock/limits.ts'
import { hashId, hashThree, hashWords } from '../tables/hash.ts'
import { ITEM, itemRow } from '../tables/item-rows.ts'

/** How a request travelled is not what it asks: a retry over another network is the same request. */
const contentFrom = (kind: number): number =>
  kind === KIND.reserve ? RESERVE.content : kind === KIND.enterGate ? ENTER_GATE.content : HEAD.words

/** Where a reserve's first line will be counted under its buyer's limit; -1: nowhere. */
function limitSlot(core: Admission, frame: Int32Array, start: number): number {
  const item = (frame[start + RESERVE.lines] as number) & ITEM_MASK
  if (item >= core.options.items) return -1
  const group = limitGroupOf(core.items, item)
  if (core.items[itemRow(group) + ITEM.buyerLimit] === 0) return -1
  const { mask, seed } = core.limits
  const low = frame[start + RESERVE.buyer] as number
  const high = frame[start + RESERVE.buyer + 1] as number
  return hashThree(low, high, group | LIMIT_CLASS.buyer, seed) & mask
}

/** Gives how many commands there are. */
function hashCommands(core: Admission, frame: Int32Array): number {
  const { ahead, options } = core
  const { ids, contents, limitSlots } = ahead
  let count = 0
  for (let start = 0; start < frame.length; count++) {
    assert(count < options.commandsMax, 'a frame holds no more commands than commandsMax')
    const word = frame[start] as number
    const end = start + (word >>> 16)
    const kind = word & 0xff
    ids[count] = hashId(frame, start + HEAD.id, options.hashSeed)
    contents[count] = hashWords(frame, start + contentFrom(kind), end, word)
    limitSlots[count] = kind === KIND.reserve ? limitSlot(core, frame, start) : -1
    start = end
  }
  return count
}

/**
 * Before the first command of a frame is decided: the hashes of all of them, then a word of every place of the big tables that
 * they will need. Decisions wait for one another, these reads do not: in a loop of nothing else the processor fetches many at
 * once, and each decision then finds its lines in the cache. With the hashing in the same loop a decision took a quarter longer.
 */
export function readAhead(core: Admission, frame: Int32Array): void {
  const count = hashCommands(core, frame)
  const { ahead, replies, orders, limits } = core
  const { ids, limitSlots } = ahead
  const { slots: replySlots, mask: replyMask } = replies.table
  let touched = 0
  for (let i = 0; i < count; i++) {
    const hash = ids[i] as number
    touched ^= (replySlots[(hash & replyMask) * 2] as number) ^ (orders.slots[(hash & orders.mask) * 2] as number)
  }
  for (let i = 0; i < count; i++) {
    const slot = limitSlots[i] as number
    if (slot >= 0) touched ^= limits.slots[slot * 4] as number
  }
  // Kept, so that the reads cannot be left out as useless.
  ahead.touched[0] = touched
}
