import { assert } from '@zhanggui/kernel'
import { type CountTable, createCountTable } from '../tables/count-table.ts'
import { createFreeList, type FreeList } from '../tables/free-list.ts'
import { createIdTable, type IdTable } from '../tables/id-table.ts'
import { ITEM } from '../tables/item-rows.ts'
import { CELL, ORDER } from '../tables/order-rows.ts'
import { createWheel, type Wheel } from '../wheel/timing-wheel.ts'
import { createEventLog, type EventLog } from './event-log.ts'
import { type AdmissionOptions, DEFAULT_OPTIONS, powerOfTwo } from './options.ts'
import { createReplyRing, type ReplyRing } from './reply-ring.ts'

/** A part of a bundle: which item, how many of it in one set. */
export const PARTS_WORDS = 2

/** `line`: the line that a refusal is about, from 0. `detail`: see docs/order-core.md, by code. */
export const OUTCOME = { line: 0, flags: 1, detail: 2 } as const

/** Gates, 16 words each. */
export const GATE = {
  open: 0,
  perSecond: 1,
  sourceLimit: 2,
  seed: 3,
  opensAt: 4,
  ticketSeconds: 6,
  /** Tickets handed out; those handed out before opening are drawn by lot among themselves. */
  issued: 7,
  early: 8,
  words: 16,
} as const

/**
 * `ids`, `contents`: hashes of a command's id and of what it asks. `limitSlots`: where its first line is counted under the buyer's
 * limit; -1: nowhere.
 */
export type ReadAhead = Readonly<Record<'ids' | 'contents' | 'limitSlots' | 'touched', Int32Array>>

/**
 * Everything the core knows, in arrays of fixed size made once. Only `apply` and `advanceTo` write it; a snapshot is these
 * arrays. Same options, same frames, same instants: same bytes.
 */
export type Admission = {
  readonly options: AdmissionOptions
  readonly items: Int32Array
  readonly parts: Int32Array
  readonly partsUsed: Int32Array
  readonly orders: IdTable
  readonly orderList: FreeList
  readonly cells: Int32Array
  readonly cellList: FreeList
  readonly replies: ReplyRing
  readonly limits: CountTable
  readonly gates: Int32Array
  readonly tickets: CountTable
  readonly blocks: CountTable
  readonly velocity: Int32Array
  readonly scorecard: Int32Array
  readonly wheel: Wheel
  /** The latest instant ever given, ms: the clock of the core never runs backwards. */
  readonly clock: Float64Array
  /** Answers to the last frame, two words a command; see `readAnswer`. */
  readonly answers: Int32Array
  /** Of the commands of the frame in hand, one word each; see `readAhead`. */
  readonly ahead: ReadAhead
  /** What the command in hand has to say beside its code: `OUTCOME`. */
  readonly outcome: Int32Array
  /** What time did, until it is read. */
  readonly events: EventLog
}

/** The instant at which the commands in hand are decided, UTC ms. Read in place: a number above 32 bits that is handed on costs an object. */
export const clockOf = (core: Admission): number => core.clock[0] as number

/** Words of a scorecard: version, verify from, deny from, count of bins, then two words a bin. */
export const SCORECARD_WORDS = 4 + 2 * 256

function sizesOf(options: AdmissionOptions): AdmissionOptions {
  const rounded = { ...options }
  for (const name of [
    'items',
    'orders',
    'lines',
    'replies',
    'limits',
    'gates',
    'tickets',
    'blocks',
    'velocitySlots',
  ] as const)
    rounded[name] = powerOfTwo(options[name])
  assert(options.orderRetentionMs >= 1000, 'a closed order is kept for a second at least')
  assert(options.replyRetentionMs <= 20 * 86_400_000, 'answers are kept for twenty days at most')
  return rounded
}

/** Makes an empty core. Sizes left out are those of `DEFAULT_OPTIONS`. */
export function createAdmission(given: Partial<AdmissionOptions> = {}): Admission {
  const options = sizesOf({ ...DEFAULT_OPTIONS, ...given })
  const { hashSeed } = options
  const orders = createIdTable(options.orders, ORDER.words)
  const cells = new Int32Array(options.lines * CELL.words)
  return {
    options,
    items: new Int32Array(options.items * ITEM.words),
    parts: new Int32Array(options.items * PARTS_WORDS),
    partsUsed: new Int32Array(1),
    orders,
    orderList: createFreeList(orders.rows, ORDER.words, ORDER.next),
    cells,
    cellList: createFreeList(cells, CELL.words, CELL.next),
    replies: createReplyRing(options.replies),
    limits: createCountTable(options.limits, hashSeed),
    gates: new Int32Array(options.gates * GATE.words),
    tickets: createCountTable(options.tickets, hashSeed),
    blocks: createCountTable(options.blocks, hashSeed),
    velocity: new Int32Array(options.velocitySlots * 3),
    scorecard: new Int32Array(SCORECARD_WORDS),
    wheel: createWheel(),
    clock: new Float64Array(1),
    answers: new Int32Array(options.commandsMax * 2),
    ahead: {
      ids: new Int32Array(options.commandsMax),
      contents: new Int32Array(options.commandsMax),
      limitSlots: new Int32Array(options.commandsMax),
      touched: new Int32Array(1),
    },
    outcome: new Int32Array(3),
    events: createEventLog(),
  }
}
