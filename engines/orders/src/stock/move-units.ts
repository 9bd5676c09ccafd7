import { ITEM_KIND } from '../frame/command-kind.ts'
import { type Admission, PARTS_WORDS } from '../state/admission.ts'
import { ITEM, itemRow, type StockColumn } from '../tables/item-rows.ts'

/**
 * How many of an item can be taken now. A bundle has no stock of its own: as many sets as its scarcest part allows.
 * The item must be open.
 */
export function freeUnits(core: Admission, item: number): number {
  const row = itemRow(item)
  const { items } = core
  return items[row + ITEM.kind] === ITEM_KIND.bundle ? freeSets(core, row) : (items[row + ITEM.free] as number)
}

function freeSets(core: Admission, row: number): number {
  const { items, parts } = core
  const first = items[row + ITEM.partFirst] as number
  const end = first + (items[row + ITEM.partCount] as number)
  let sets = Number.POSITIVE_INFINITY
  for (let part = first; part < end; part++) {
    const free = items[itemRow(parts[part * PARTS_WORDS] as number) + ITEM.free] as number
    sets = Math.min(sets, Math.floor(free / (parts[part * PARTS_WORDS + 1] as number)))
  }
  return sets
}

/** Moves units of an item (of every part of a bundle) from one column to another. They must be there. */
export function moveUnits(core: Admission, item: number, quantity: number, from: StockColumn, to: StockColumn): void {
  const { items, parts } = core
  const row = itemRow(item)
  const count = items[row + ITEM.partCount] as number
  if (count === 0) moveOne(items, row, quantity, from, to)
  const end = ((items[row + ITEM.partFirst] as number) + count) * PARTS_WORDS
  for (let part = end - count * PARTS_WORDS; part < end; part += PARTS_WORDS)
    moveOne(items, itemRow(parts[part] as number), quantity * (parts[part + 1] as number), from, to)
}

function moveOne(items: Int32Array, row: number, quantity: number, from: StockColumn, to: StockColumn): void {
  items[row + from] = (items[row + from] as number) - quantity
  items[row + to] = (items[row + to] as number) + quantity
}

/** Units that were sold leave the stock for good. */
export function scrapUnits(core: Admission, item: number, quantity: number): void {
  moveUnits(core, item, quantity, ITEM.sold, ITEM.free)
  const { items, parts } = core
  const row = itemRow(item)
  const count = items[row + ITEM.partCount] as number
  if (count === 0) changeStock(items, row, -quantity)
  const end = ((items[row + ITEM.partFirst] as number) + count) * PARTS_WORDS
  for (let part = end - count * PARTS_WORDS; part < end; part += PARTS_WORDS)
    changeStock(items, itemRow(parts[part] as number), -quantity * (parts[part + 1] as number))
}

export function changeStock(items: Int32Array, row: number, delta: number): void {
  items[row + ITEM.free] = (items[row + ITEM.free] as number) + delta
  items[row + ITEM.stock] = (items[row + ITEM.stock] as number) + delta
}
