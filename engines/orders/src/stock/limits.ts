import { RESULT } from '../codes/result-code.ts'
import { type Admission, OUTCOME } from '../state/admission.ts'
import { countIn, hasRoom, setCountIn, slotOf } from '../tables/count-table.ts'
import { ITEM, itemRow } from '../tables/item-rows.ts'
import { CELL_FLAG } from '../tables/order-rows.ts'

/** What a number in the table of limits counts, in the bits above an item's (a gate's) number. */
export const LIMIT_CLASS = { buyer: 1 << 24, address: 2 << 24, source: 3 << 24 } as const

/** The item whose limits hold for this one. */
export const limitGroupOf = (items: Int32Array, item: number): number =>
  (items[itemRow(item) + ITEM.limitGroup] as number) || item

/** Is there no place under the limit for so many more? Says in the outcome how many there would be. */
function exceeds(core: Admission, slot: number, quantity: number, limit: number): boolean {
  const have = countIn(core.limits, slot)
  if (have + quantity <= limit) return false
  core.outcome[OUTCOME.detail] = Math.max(0, limit - have)
  return true
}

const isFull = (core: Admission, slot: number): boolean => countIn(core.limits, slot) === 0 && !hasRoom(core.limits)

function take(core: Admission, low: number, high: number, klass: number, quantity: number): void {
  const { limits } = core
  const slot = slotOf(limits, low, high, klass)
  setCountIn(limits, slot, low, high, klass, Math.max(0, countIn(limits, slot) + quantity))
}

function countAddress(core: Admission, low: number, high: number, group: number, quantity: number): number {
  const { limits, items } = core
  const klass = group | LIMIT_CLASS.address
  const slot = slotOf(limits, low, high, klass)
  if (exceeds(core, slot, quantity, items[itemRow(group) + ITEM.addressLimit] as number)) return -RESULT.address_limit
  if (isFull(core, slot)) return -RESULT.core_full
  setCountIn(limits, slot, low, high, klass, countIn(limits, slot) + quantity)
  return CELL_FLAG.addressCounted
}

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
  if (buyerLimit === 0) return countAddress(core, who[address] as number, who[address + 1] as number, group, quantity)
  const { limits } = core
  const low = who[buyer] as number
  const high = who[buyer + 1] as number
  const klass = group | LIMIT_CLASS.buyer
  const slot = slotOf(limits, low, high, klass)
  if (exceeds(core, slot, quantity, buyerLimit)) return -RESULT.buyer_limit
  if (isFull(core, slot)) return -RESULT.core_full
  if (addressLimit === 0) {
    setCountIn(limits, slot, low, high, klass, countIn(limits, slot) + quantity)
    return CELL_FLAG.buyerCounted
  }
  const counted = countAddress(core, who[address] as number, who[address + 1] as number, group, quantity)
  if (counted < 0) return counted
  // The address may have taken the slot that was found for the buyer: it is looked up again.
  take(core, low, high, klass, quantity)
  return counted | CELL_FLAG.buyerCounted
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
    take(core, who[buyer] as number, who[buyer + 1] as number, group | LIMIT_CLASS.buyer, -quantity)
  if (flags & CELL_FLAG.addressCounted)
    take(core, who[address] as number, who[address + 1] as number, group | LIMIT_CLASS.address, -quantity)
}
