import type { Rng } from '@zhanggui/kernel'
import { type Command, type Id, NO_SIGNALS, NO_TERMS } from '@zhanggui/orders'

export const KILL_START = 1_794_326_400_000

const ITEMS = 3
const STOCK = 40
const HOLD_MS = 3000

/** Ids of one life of the process are never those of another: `life` is a number that only grows. */
const idOf = (n: number, life: number): Id => [n, life, 0, 0xdead]

export const openItems = (): Command[] =>
  Array.from({ length: ITEMS }, (_, i) => ({
    id: idOf(i, 0),
    issuedAt: KILL_START,
    kind: 'openItem',
    item: i + 1,
    itemKind: 'sku',
    stock: STOCK,
    parts: [],
    terms: { ...NO_TERMS, buyerLimit: 5 },
  }))

function reserve(head: { id: Id; issuedAt: number }, rng: Rng): Command {
  const buyer = rng.int(20)
  return {
    ...head,
    kind: 'reserve',
    buyer: [buyer, 1],
    address: [0, 0],
    amountCents: 9_900,
    holdMs: 1000 + rng.int(HOLD_MS),
    paid: false,
    signals: { ...NO_SIGNALS, source: [buyer, 2] },
    lines: [{ item: 1 + rng.int(ITEMS), quantity: 1 + rng.int(2), version: 0 }],
  }
}

/** What clients of one life send: orders, payments (also late ones), cancellations, returns, now and then a repeat. */
export function createKillCommands(rng: Rng, life: number): (now: number) => Command {
  const made: Command[] = []
  const orders: Id[] = []
  const oneOf = <T>(list: readonly T[]): T | undefined => list[list.length - 1 - rng.int(Math.min(list.length, 30))]
  const next = (now: number): Command => {
    const head = { id: idOf(made.length, life), issuedAt: now }
    const order = orders.length > 0 && rng.next() < 0.5 ? oneOf(orders) : undefined
    if (!order) {
      orders.push(head.id)
      return reserve(head, rng)
    }
    const draw = rng.next()
    if (draw < 0.5) return { ...head, kind: 'pay', order, amountCents: 9_900 }
    if (draw < 0.8) return { ...head, kind: 'release', order }
    return {
      ...head,
      kind: 'returnGoods',
      order,
      item: 1 + rng.int(ITEMS),
      quantity: 1,
      scrap: false,
      restoreLimit: true,
    }
  }
  return (now) => {
    const repeated = made.length > 0 && rng.next() < 0.1 ? oneOf(made) : undefined
    const command = repeated ?? next(now)
    if (!repeated) made.push(command)
    return command
  }
}
