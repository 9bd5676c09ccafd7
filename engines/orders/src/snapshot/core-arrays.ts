import type { Admission } from '../state/admission.ts'

const wordsOf = (array: Float64Array): Int32Array => new Int32Array(array.buffer, array.byteOffset, array.length * 2)

/** Every array of the core in a fixed order: what a snapshot holds, and what two equal cores have in common. */
export const coreArrays = (core: Admission): readonly Int32Array[] => [
  wordsOf(core.clock),
  core.items,
  core.parts,
  core.partsUsed,
  core.orders.slots,
  core.orders.rows,
  core.orderList.head,
  core.cells,
  core.cellList.head,
  core.replies.table.slots,
  core.replies.table.rows,
  core.replies.marks,
  wordsOf(core.replies.horizon),
  core.limits.slots,
  core.limits.used,
  core.gates,
  core.tickets.slots,
  core.tickets.used,
  core.blocks.slots,
  core.blocks.used,
  core.velocity,
  core.scorecard,
  core.wheel.heads,
  core.wheel.occupied,
  wordsOf(core.wheel.tick),
]
