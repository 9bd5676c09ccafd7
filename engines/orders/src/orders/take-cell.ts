import { RESULT } from '../codes/result-code.ts'
import { ITEM_KIND } from '../frame/command-kind.ts'
import { ITEM_BITS, ITEM_MASK } from '../frame/layout.ts'
import { type Admission, OUTCOME } from '../state/admission.ts'
import { countUnderLimits, uncount } from '../stock/limits.ts'
import { freeUnits, moveUnits } from '../stock/move-units.ts'
import { ITEM, itemRow, type StockColumn } from '../tables/item-rows.ts'
import { CELL, CELL_FLAG } from '../tables/order-rows.ts'

const LIMIT_FLAGS = CELL_FLAG.buyerCounted | CELL_FLAG.addressCounted

/**
 * Takes the units of a line cell into `column` and counts them under the limits: both or neither.
 * Gives `accepted` or the refusing code, with how many could be had in the outcome's detail.
 */
export function takeCell(
  core: Admission,
  cell: number,
  column: StockColumn,
  who: Int32Array,
  buyer: number,
  address: number,
): number {
  const { cells } = core
  const at = cell * CELL.words
  const word = cells[at + CELL.item] as number
  const item = word & ITEM_MASK
  const quantity = (cells[at + CELL.quantity] as number) - (cells[at + CELL.returned] as number)
  const free = freeUnits(core, item)
  if (free < quantity) {
    core.outcome[OUTCOME.detail] = free
    return goneCode(core, item, word)
  }
  const counted = countUnderLimits(core, item, quantity, who, buyer, address)
  if (counted < 0) return -counted
  cells[at + CELL.item] = word | (counted << ITEM_BITS)
  moveUnits(core, item, quantity, ITEM.free, column)
  return RESULT.accepted
}

function goneCode(core: Admission, item: number, word: number): number {
  if ((word >>> ITEM_BITS) & CELL_FLAG.gift) return RESULT.gift_gone
  return core.items[itemRow(item) + ITEM.kind] === ITEM_KIND.coupon ? RESULT.coupon_used_up : RESULT.out_of_stock
}

/** Gives the units of a line cell back from `column`, and their place under the limits. */
export function giveCell(
  core: Admission,
  cell: number,
  column: StockColumn,
  who: Int32Array,
  buyer: number,
  address: number,
): void {
  const { cells } = core
  const at = cell * CELL.words
  const word = cells[at + CELL.item] as number
  const item = word & ITEM_MASK
  const quantity = (cells[at + CELL.quantity] as number) - (cells[at + CELL.returned] as number)
  moveUnits(core, item, quantity, column, ITEM.free)
  uncount(core, item, quantity, word >>> ITEM_BITS, who, buyer, address)
  cells[at + CELL.item] = word & ~(LIMIT_FLAGS << ITEM_BITS)
}
