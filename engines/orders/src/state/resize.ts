import { err, ok, type Result } from '@zhanggui/kernel'
import { coreArrays } from '../snapshot/core-arrays.ts'
import { type CountTable, hasRoom, setCount } from '../tables/count-table.ts'
import { hashId } from '../tables/hash.ts'
import { insertId } from '../tables/id-table.ts'
import { ORDER, STATE_MASK } from '../tables/order-rows.ts'
import { type Admission, createAdmission } from './admission.ts'
import type { AdmissionOptions } from './options.ts'
import { REPLY, rememberReply } from './reply-ring.ts'

/** Sizes that rows are numbered by: they may grow, not shrink. */
const ROW_SIZES = ['items', 'orders', 'lines', 'gates'] as const

/** `option` would be smaller than what it has to hold. */
export type ResizeFault = { code: 'too_small'; option: keyof AdmissionOptions; message: string }

const tooSmall = (option: keyof AdmissionOptions): Result<never, ResizeFault> =>
  err({
    code: 'too_small',
    option,
    message: `${option} 过小，装不下现有数据，请调大。${option} is too small for what is there: make it larger.`,
  })

/** Arrays whose rows keep their numbers are copied as they are; tables are filled anew, as their places depend on their size. */
function copyRows(from: Admission, to: Admission): void {
  const same = [
    (core: Admission) => core.clock,
    (core: Admission) => core.items,
    (core: Admission) => core.parts,
    (core: Admission) => core.partsUsed,
    (core: Admission) => core.orders.rows,
    (core: Admission) => core.orderList.head,
    (core: Admission) => core.cells,
    (core: Admission) => core.cellList.head,
    (core: Admission) => core.replies.horizon,
    (core: Admission) => core.gates,
    (core: Admission) => core.scorecard,
    (core: Admission) => core.wheel.heads,
    (core: Admission) => core.wheel.occupied,
    (core: Admission) => core.wheel.tick,
  ]
  for (const array of same) array(to).set(array(from))
}

function fillOrders(to: Admission): void {
  const { rows } = to.orders
  const used = to.orderList.head[1] as number
  for (let row = 0; row < used; row++) {
    const at = row * ORDER.words
    if (((rows[at + ORDER.state] as number) & STATE_MASK) === 0) continue
    insertId(to.orders, hashId(rows, at, to.options.hashSeed), row)
  }
}

/** Answers in the order of their arrival; where the new ring is smaller the oldest are forgotten as ever. */
function fillReplies(from: Admission, to: Admission): void {
  const { marks, size, table } = from.replies
  const count = marks[1] as number
  for (let i = 0; i < count; i++) {
    const at = (((marks[0] as number) + size - count + i) % size) * REPLY.words
    const hash = hashId(table.rows, at, to.options.hashSeed)
    const row = rememberReply(to.replies, table.rows, at, hash, to.options.hashSeed, to.clock)
    to.replies.table.rows.set(table.rows.subarray(at + REPLY.answer, at + REPLY.words), row + REPLY.answer)
  }
}

/** False: the new table has no room for all of them. */
function fillCounts(from: CountTable, to: CountTable): boolean {
  const { slots } = from
  for (let at = 0; at < slots.length; at += 4) {
    const count = slots[at + 3] as number
    if (count === 0) continue
    if (!hasRoom(to)) return false
    setCount(to, slots[at] as number, slots[at + 1] as number, slots[at + 2] as number, count)
  }
  return true
}

/**
 * The same state in a core of other options: larger tables after `core_full`, other time limits. Hand the new core to
 * `writeSnapshot` at the point of the old one and close the segment: recovery with the new options begins there.
 * Counters of recent requests are kept where their number stays the same, and begin anew otherwise.
 * Errors: `too_small`, naming the option.
 */
export function resizeCore(from: Admission, options: Partial<AdmissionOptions>): Result<Admission, ResizeFault> {
  const to = createAdmission({ ...from.options, ...options })
  for (const size of ROW_SIZES) if (to.options[size] < from.options[size]) return tooSmall(size)
  copyRows(from, to)
  fillOrders(to)
  fillReplies(from, to)
  if (!fillCounts(from.limits, to.limits)) return tooSmall('limits')
  if (!fillCounts(from.tickets, to.tickets)) return tooSmall('tickets')
  if (!fillCounts(from.blocks, to.blocks)) return tooSmall('blocks')
  if (to.velocity.length === from.velocity.length && to.options.hashSeed === from.options.hashSeed)
    to.velocity.set(from.velocity)
  return ok(to)
}

/** Do two cores hold the same, byte for byte? For cores of the same options. */
export const sameCore = (a: Admission, b: Admission): boolean => {
  const others = coreArrays(b)
  return coreArrays(a).every((array, i) => {
    const other = others[i]
    return other !== undefined && array.length === other.length && array.every((word, at) => word === other[at])
  })
}
