import { createRng, type Rng } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import {
  type Admission,
  apply,
  type Command,
  type CommandBody,
  createAdmission,
  encodeFrame,
  type Id,
  NO_SIGNALS,
  NO_TERMS,
  type OrderView,
  readAnswer,
  readOrderRow,
  SMALL_OPTIONS,
} from '../../src/index.ts'
import { NOON, reserveOf } from '../support/shop.ts'
import { Reference } from './reference.ts'

/** A launch of twelve units over three channels: one item each, so no channel takes another's, and one limit over all of them. */
const ALLOCATION: ReadonlyMap<number, number> = new Map([
  [1, 6],
  [2, 4],
  [3, 2],
])
/** Before this channel is a queue, in which those who came before the opening are drawn by lot. */
const BY_LOT = 2
const GATE = 1
const OPENS_AT = NOON + 5000
const BUYER_LIMIT = 2
const ADDRESS_LIMIT = 3
const BUYERS = 24
const COMMANDS = 400
const OPTIONS = { ...SMALL_OPTIONS, holdMs: 3000 }

const idOf = (n: number): Id => [n, 0, 0, 0x1a]

function openLaunch(): Command[] {
  const terms = { ...NO_TERMS, opensAt: OPENS_AT, buyerLimit: BUYER_LIMIT, addressLimit: ADDRESS_LIMIT }
  const gate: CommandBody = {
    kind: 'openGate',
    gate: GATE,
    perSecond: 3,
    sourceLimit: 0,
    seed: 7,
    opensAt: OPENS_AT,
    ticketSeconds: 60,
  }
  const items = [...ALLOCATION].map(
    ([item, stock]): CommandBody => ({
      kind: 'openItem',
      item,
      itemKind: 'sku',
      stock,
      parts: [],
      terms: { ...terms, limitGroup: item === 1 ? 0 : 1, gate: item === BY_LOT ? GATE : 0 },
    }),
  )
  return [gate, ...items].map((body, i) => ({ id: idOf(i), issuedAt: NOON, ...body }))
}

/** What buyers and their scripts send around the opening; three to an address, orders as often too large as right. */
function createCrowd(rng: Rng): (now: number) => Command {
  const made: Command[] = []
  const orders: { id: Id; item: number }[] = []
  const bodyOf = (id: Id): CommandBody => {
    const n = rng.int(BUYERS)
    const known = orders[rng.int(orders.length + 1)]
    const draw = rng.next()
    if (draw < 0.12) return { kind: 'enterGate', gate: GATE, buyer: [n, 1], signals: NO_SIGNALS }
    if (draw < 0.6 || !known) {
      const item = 1 + rng.int(ALLOCATION.size)
      orders.push({ id, item })
      return reserveOf({ buyer: [n, 1], address: [n % 8, 2], lines: [{ item, quantity: 1 + rng.int(3) }] })
    }
    if (draw < 0.8) return { kind: 'pay', order: known.id, amountCents: 9_900 }
    if (draw < 0.93) return { kind: 'release', order: known.id }
    return { kind: 'returnGoods', order: known.id, item: known.item, quantity: 1, scrap: false, restoreLimit: true }
  }
  return (now) => {
    const before = made[rng.int(made.length + 1)]
    if (before && rng.next() < 0.15) return before
    const id = idOf(100 + made.length)
    const command = { id, issuedAt: now, ...bodyOf(id) }
    made.push(command)
    return command
  }
}

const HAS_UNITS = new Set(['held', 'sold'])

/** Units that orders have, by whatever they are asked: counted from the orders themselves and not from the tables of limits. */
function unitsBy(core: Admission, key: (order: OrderView, item: number) => number): Map<number, number> {
  const units = new Map<number, number>()
  for (let row = 0; row < core.options.orders; row++) {
    const order = readOrderRow(core, row)
    if (!order || !HAS_UNITS.has(order.state)) continue
    for (const { item, quantity, returned } of order.lines)
      units.set(key(order, item), (units.get(key(order, item)) ?? 0) + quantity - returned)
  }
  return units
}

const beyond = (units: ReadonlyMap<number, number>, limitOf: (key: number) => number): number[] =>
  [...units].filter(([key, have]) => have > limitOf(key)).map(([key]) => key)

/** One launch as a crowd lives through it. Gives how many units were had at the end. */
function liveThrough(seed: number): number {
  const rng = createRng(`launch-${seed}`)
  const core = createAdmission(OPTIONS)
  const model = new Reference(core.options)
  const next = createCrowd(rng)
  const run = (batch: readonly Command[], now: number): void => {
    const count = apply(core, encodeFrame(batch), now)
    for (let i = 0; i < count; i++)
      expect(readAnswer(core.answers, i), `seed ${seed}`).toEqual(model.apply(batch[i] as Command, now))
    const limits = [
      beyond(
        unitsBy(core, ({ buyer }) => buyer[0]),
        () => BUYER_LIMIT,
      ),
      beyond(
        unitsBy(core, ({ address }) => address[0]),
        () => ADDRESS_LIMIT,
      ),
      beyond(
        unitsBy(core, (_, item) => item),
        (item) => ALLOCATION.get(item) ?? 0,
      ),
    ]
    expect(limits, `seed ${seed}: buyers, addresses, channels beyond their limit`).toEqual([[], [], []])
    if (now < OPENS_AT) expect(unitsBy(core, () => 0).size, `seed ${seed}: sold before the opening`).toBe(0)
  }
  run(openLaunch(), NOON)
  let now = NOON + 3000
  for (let sent = 0; sent < COMMANDS; ) {
    const batch = Array.from({ length: 1 + rng.int(24) }, () => next(now))
    run(batch, now)
    sent += batch.length
    now += rng.int(500)
  }
  return unitsBy(core, () => 0).get(0) ?? 0
}

describe('[P5.07] a limited launch', () => {
  it('never gives a buyer, an address or a channel more than its limit, and nobody anything before it opens', () => {
    const had = Array.from({ length: 40 }, (_, seed) => liveThrough(seed))
    // The limits were tried: what there was went, or nearly.
    expect(Math.max(...had)).toBe(12)
    expect(had.filter((units) => units >= 9).length).toBeGreaterThan(20)
  })
})
