import { RESULT } from '../codes/result-code.ts'
import { ITEM_MASK } from '../frame/layout.ts'
import type { Admission } from '../state/admission.ts'
import { moveUnits } from '../stock/move-units.ts'
import { giveRow } from '../tables/free-list.ts'
import type { StockColumn } from '../tables/item-rows.ts'
import { CELL, ORDER } from '../tables/order-rows.ts'
import { giveCell, takeCell } from './take-cell.ts'

const firstCell = (core: Admission, order: number): number =>
  (core.orders.rows[order * ORDER.words + ORDER.firstLine] as number) - 1

const nextCell = (core: Admission, cell: number): number => (core.cells[cell * CELL.words + CELL.next] as number) - 1

/** Moves all units of an order from one column to another. */
export function moveOrder(core: Admission, order: number, from: StockColumn, to: StockColumn): void {
  const { cells } = core
  for (let cell = firstCell(core, order); cell >= 0; cell = nextCell(core, cell)) {
    const at = cell * CELL.words
    const quantity = (cells[at + CELL.quantity] as number) - (cells[at + CELL.returned] as number)
    moveUnits(core, (cells[at + CELL.item] as number) & ITEM_MASK, quantity, from, to)
  }
}

/** Gives all units of an order back to free stock, and their place under the limits. */
export function giveOrder(core: Admission, order: number, from: StockColumn): void {
  const { rows } = core.orders
  const row = order * ORDER.words
  for (let cell = firstCell(core, order); cell >= 0; cell = nextCell(core, cell))
    giveCell(core, cell, from, rows, row + ORDER.buyer, row + ORDER.address)
}

/** Takes all units of a closed order again, all or nothing: `accepted` or why not. */
export function retakeOrder(core: Admission, order: number, column: StockColumn): number {
  const { rows } = core.orders
  const row = order * ORDER.words
  for (let cell = firstCell(core, order); cell >= 0; cell = nextCell(core, cell)) {
    const code = takeCell(core, cell, column, rows, row + ORDER.buyer, row + ORDER.address)
    if (code === RESULT.accepted) continue
    giveBackUpTo(core, order, cell, column)
    return code
  }
  return RESULT.accepted
}

function giveBackUpTo(core: Admission, order: number, end: number, column: StockColumn): void {
  const { rows } = core.orders
  const row = order * ORDER.words
  for (let cell = firstCell(core, order); cell !== end; cell = nextCell(core, cell))
    giveCell(core, cell, column, rows, row + ORDER.buyer, row + ORDER.address)
}

/** Frees the cells of a chain that starts at `cell` (-1: none). */
export function freeCells(core: Admission, cell: number): void {
  let at = cell
  while (at >= 0) {
    const next = nextCell(core, at)
    giveRow(core.cellList, at)
    at = next
  }
}
