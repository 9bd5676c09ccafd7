import { hashThree } from './hash.ts'

/**
 * Whole numbers by (64-bit key, 32-bit class): open addressing, four words a slot (key, key, class, number). The number 0 is
 * an empty slot: what falls to zero is taken out.
 */
export type CountTable = {
  readonly slots: Int32Array
  readonly mask: number
  readonly seed: number
  readonly used: Int32Array
}

export const createCountTable = (size: number, seed: number): CountTable => ({
  slots: new Int32Array(size * 4),
  mask: size - 1,
  seed,
  used: new Int32Array(1),
})

/** Slot of the key, or the empty slot where it would go; good until the next key is added or taken out. */
export function slotOf(table: CountTable, low: number, high: number, klass: number): number {
  const { slots, mask } = table
  for (let slot = hashThree(low, high, klass, table.seed) & mask; ; slot = (slot + 1) & mask) {
    const at = slot * 4
    if (slots[at + 3] === 0) return slot
    if (slots[at] === low && slots[at + 1] === high && slots[at + 2] === klass) return slot
  }
}

/** The number in a slot; 0: the slot is empty. */
export const countIn = (table: CountTable, slot: number): number => table.slots[slot * 4 + 3] as number

/** 0 when there is none. */
export const countAt = (table: CountTable, low: number, high: number, klass: number): number =>
  table.slots[slotOf(table, low, high, klass) * 4 + 3] as number

/** Three quarters full: a key that is not there yet cannot be taken in. */
export const hasRoom = (table: CountTable): boolean => (table.used[0] as number) * 4 < (table.mask + 1) * 3

/** Sets the number of a key; 0 takes it out. Whoever adds a key asks `hasRoom` first. */
export function setCount(table: CountTable, low: number, high: number, klass: number, count: number): void {
  setCountIn(table, slotOf(table, low, high, klass), low, high, klass, count)
}

/** As `setCount`, where `slotOf` has been asked already. */
export function setCountIn(
  table: CountTable,
  slot: number,
  low: number,
  high: number,
  klass: number,
  count: number,
): void {
  const { slots } = table
  const at = slot * 4
  if (slots[at + 3] === 0) {
    if (count === 0) return
    slots[at] = low
    slots[at + 1] = high
    slots[at + 2] = klass
    table.used[0] = (table.used[0] as number) + 1
  }
  slots[at + 3] = count
  if (count === 0) removeSlot(table, slot)
}

function removeSlot(table: CountTable, emptied: number): void {
  const { slots, mask } = table
  let hole = emptied
  for (let next = (hole + 1) & mask; slots[next * 4 + 3] !== 0; next = (next + 1) & mask) {
    const at = next * 4
    const home = hashThree(slots[at] as number, slots[at + 1] as number, slots[at + 2] as number, table.seed) & mask
    if (((next - home) & mask) < ((next - hole) & mask)) continue
    slots.copyWithin(hole * 4, at, at + 4)
    slots[at + 3] = 0
    hole = next
  }
  slots.fill(0, hole * 4, hole * 4 + 4)
  table.used[0] = (table.used[0] as number) - 1
}
