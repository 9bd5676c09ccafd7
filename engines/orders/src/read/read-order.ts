import { findOrder } from '../commands/find-order.ts'
import type { Id, Key } from '../frame/command.ts'
import { ITEM_BITS, ITEM_MASK, pairAt } from '../frame/layout.ts'
import type { Admission } from '../state/admission.ts'
import { CELL, CELL_FLAG, DEPOSIT_BIT, ORDER, type OrderState, PRESALE_BIT } from '../tables/order-rows.ts'
import { deadlineOfRow, stateOfRow } from './glance-order.ts'

export type OrderLine = { item: number; quantity: number; returned: number; gift: boolean; alternative: boolean }

/** An order as the core knows it. `deadline`: when the hold, the balance window or the retention ends, UTC ms. */
export type OrderView = {
  id: Id
  state: Exclude<OrderState, 'none'>
  presale: boolean
  depositPaid: boolean
  buyer: Key
  address: Key
  amountCents: number
  deadline: number
  lines: OrderLine[]
}

function readLines(core: Admission, first: number): OrderLine[] {
  const lines: OrderLine[] = []
  for (let cell = first; cell >= 0; ) {
    const at = cell * CELL.words
    const word = core.cells[at + CELL.item] as number
    const flags = word >>> ITEM_BITS
    lines.push({
      item: word & ITEM_MASK,
      quantity: core.cells[at + CELL.quantity] as number,
      returned: core.cells[at + CELL.returned] as number,
      gift: (flags & CELL_FLAG.gift) !== 0,
      alternative: (flags & CELL_FLAG.alternative) !== 0,
    })
    cell = (core.cells[at + CELL.next] as number) - 1
  }
  // Cells are chained from the last line to the first.
  return lines.reverse()
}

/** The order in a row; `undefined` for a free row. */
export function readOrderRow(core: Admission, order: number): OrderView | undefined {
  const { rows } = core.orders
  const at = order * ORDER.words
  const word = (offset: number): number => rows[at + offset] as number
  const state = stateOfRow(core, order)
  if (state === 'none') return undefined
  return {
    id: [word(0), word(1), word(2), word(3)],
    state,
    presale: (word(ORDER.state) & PRESALE_BIT) !== 0,
    depositPaid: (word(ORDER.state) & DEPOSIT_BIT) !== 0,
    buyer: [word(ORDER.buyer), word(ORDER.buyer + 1)],
    address: [word(ORDER.address), word(ORDER.address + 1)],
    amountCents: pairAt(rows, at + ORDER.amount),
    deadline: deadlineOfRow(core, order),
    lines: readLines(core, word(ORDER.firstLine) - 1),
  }
}

/** `undefined`: there is no order of this id, or it is past its retention. */
export function readOrder(core: Admission, id: Id): OrderView | undefined {
  const row = findOrder(core, Int32Array.from(id), 0)
  return row < 0 ? undefined : readOrderRow(core, row)
}
