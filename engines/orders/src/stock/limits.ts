import { RESULT } from '../codes/result-code.ts'
import { type Admission, OUTCOME } from '../state/admission.ts'
import { countAt, hasRoom, setCount } from '../tables/count-table.ts'
import { ITEM, itemRow } from '../tables/item-rows.ts'
import { CELL_FLAG } from '../tables/order-rows.ts'

/** What a number in the table of limits counts, in the bits above an item's (a gate's) number. */
export const LIMIT_CLASS = { buyer: 1 << 24, address: 2 << 24, source: 3 << 24 } as const

/** The item whose limits hold for this one. */
export const limitGroupOf = (items: Int32Array, item: number): number =>
  (items[itemRow(item) + ITEM.limitGroup] as number) || item

function exceeds(core: Admission, low: number, high: number, klass: number, quantity: number, limit: number): number {
  const have = countAt(core.limits, low, high, klass)
  if (have + quantity > limit) {
    core.outcome[OUTCOME.detail] = Math.max(0, limit - have)
    return -1
  }
  return have === 0 && !hasRoom(core.limits) ? 0 : 1
}

const add = (core: Admission, low: number, high: number, klass: number, delta: number): void =>
  setCount(core.limits, low, high, klass, Math.max(0, countAt(core.limits, low, high, klass) + delta))

/**
 * Counts units under the limits of the buyer and of the address, where the item has any: both or neither.
 * `who` holds the two keys at `buyer` and `address`. Gives the `CELL_FLAG`s of what was counted, or the refusing code below zero.
 */
export function countUnderLimits(
  core: Admission,
  item: number,
  quantity: number,
  who: Int32Array,
  buyer: number,
  address: number,
): number {
  const group = limitGroupOf(core.items, item)
  const row = itemRow(group)
  const buyerLimit = core.items[row + ITEM.buyerLimit] as number
  const addressLimit = hasAddress(who, address) ? (core.items[row + ITEM.addressLimit] as number) : 0
  if (buyerLimit === 0 && addressLimit === 0) return 0
  const b0 = who[buyer] as number
  const b1 = who[buyer + 1] as number
  const a0 = who[address] as number
  const a1 = who[address + 1] as number
  if (buyerLimit > 0) {
    const room = exceeds(core, b0, b1, group | LIMIT_CLASS.buyer, quantity, buyerLimit)
    if (room <= 0) return room < 0 ? -RESULT.buyer_limit : -RESULT.core_full
  }
  if (addressLimit > 0) {
    const room = exceeds(core, a0, a1, group | LIMIT_CLASS.address, quantity, addressLimit)
    if (room <= 0) return room < 0 ? -RESULT.address_limit : -RESULT.core_full
    add(core, a0, a1, group | LIMIT_CLASS.address, quantity)
  }
  if (buyerLimit > 0) add(core, b0, b1, group | LIMIT_CLASS.buyer, quantity)
  return (buyerLimit > 0 ? CELL_FLAG.buyerCounted : 0) | (addressLimit > 0 ? CELL_FLAG.addressCounted : 0)
}

/** An order without a delivery address (both words zero) has none to be limited by. */
const hasAddress = (who: Int32Array, address: number): boolean => who[address] !== 0 || who[address + 1] !== 0

/** Gives back what `countUnderLimits` counted. */
export function uncount(
  core: Admission,
  item: number,
  quantity: number,
  flags: number,
  who: Int32Array,
  buyer: number,
  address: number,
): void {
  const group = limitGroupOf(core.items, item)
  if (flags & CELL_FLAG.buyerCounted)
    add(core, who[buyer] as number, who[buyer + 1] as number, group | LIMIT_CLASS.buyer, -quantity)
  if (flags & CELL_FLAG.addressCounted)
    add(core, who[address] as number, who[address + 1] as number, group | LIMIT_CLASS.address, -quantity)
}
