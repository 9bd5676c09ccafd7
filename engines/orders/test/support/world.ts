import type { Rng } from '@zhanggui/kernel'
import {
  type Admission,
  type Command,
  type CommandBody,
  coreFaults,
  type Id,
  type ItemKind,
  type Key,
  NO_SIGNALS,
  NO_TERMS,
  type Terms,
} from '../../src/index.ts'

/** 2026-11-11 00:00 in Shanghai. */
export const WORLD_START = 1_794_326_400_000
const MINUTE = 60_000

/** Items of a small shop: one of every kind, so few units that buyers get in each other's way. */
const ITEMS: readonly {
  item: number
  itemKind: ItemKind
  stock: number
  terms: Partial<Terms>
  parts?: [number, number][]
}[] = [
  { item: 1, itemKind: 'sku', stock: 5, terms: { version: 1, buyerLimit: 2 } },
  { item: 2, itemKind: 'sku', stock: 8, terms: { version: 1, addressLimit: 2, holdSeconds: 30 } },
  { item: 3, itemKind: 'gift', stock: 2, terms: {} },
  { item: 4, itemKind: 'gift', stock: 1, terms: {} },
  { item: 5, itemKind: 'coupon', stock: 3, terms: { version: 7, buyerLimit: 1 } },
  {
    item: 6,
    itemKind: 'bundle',
    stock: 0,
    terms: { buyerLimit: 2 },
    parts: [
      [1, 1],
      [2, 2],
    ],
  },
  {
    item: 7,
    itemKind: 'presale',
    stock: 4,
    terms: { buyerLimit: 2, balanceFrom: WORLD_START + 2 * MINUTE, balanceUntil: WORLD_START + 4 * MINUTE },
  },
  { item: 8, itemKind: 'store', stock: 3, terms: { opensAt: WORLD_START + 5000, closesAt: WORLD_START + 10 * MINUTE } },
  { item: 9, itemKind: 'sku', stock: 4, terms: { gate: 1 } },
  { item: 10, itemKind: 'sku', stock: 4, terms: { limitGroup: 1 } },
]

/** What does not hold in the core of the small shop. */
export const worldFaults = (core: Admission): string[] =>
  coreFaults(core, new Map(ITEMS.map(({ item, parts }) => [item, parts ?? [[item, 1]]])))

/** Amounts are few, so that the right one is often named. */
const AMOUNTS = [9_900, 9_900, 9_900, 100] as const

export type World = {
  /** The next command of somebody, or a repeat of an earlier one. */
  next(now: number): Command
  /** Every command ever made. */
  readonly made: readonly Command[]
}

const keyOf = (n: number): Key => [n, Math.imul(n, 0x9e3779b1)]

export function setupCommands(): Command[] {
  const head = (n: number) => ({ id: [n, 0, 0, 0xace] satisfies Id as Id, issuedAt: WORLD_START })
  return [
    {
      ...head(0),
      kind: 'openGate',
      gate: 1,
      perSecond: 2,
      sourceLimit: 4,
      seed: 42,
      opensAt: WORLD_START + 3000,
      ticketSeconds: 20,
    },
    ...ITEMS.map(
      ({ item, itemKind, stock, terms, parts }): Command => ({
        ...head(item),
        kind: 'openItem',
        item,
        itemKind,
        stock,
        terms: { ...NO_TERMS, ...terms },
        parts: (parts ?? []).map(([part, units]) => ({ item: part, units })),
      }),
    ),
  ]
}

/** Draws commands as a shop's clients and staff would send them, good and bad; `strange`: share of what no honest client sends. */
export function createWorld(rng: Rng, { strange = 0.1 }: { strange?: number } = {}): World {
  const made: Command[] = []
  const orders: { id: Id; amountCents: number }[] = []
  let count = 0

  const line = () => {
    const item = rng.pick([1, 2, 2, 3, 5, 6, 7, 8, 9, 10, rng.next() < strange ? 33 : 1])
    const version = item === 5 ? 7 : item <= 2 && rng.next() < 0.5 ? 1 : 0
    const quantity = rng.next() < strange ? rng.int(9) - 2 : 1 + rng.int(2)
    const gift = { alternative: rng.pick([0, 4, 4, 3]), mayBeMissing: rng.next() < 0.4 }
    return item === 3 || rng.next() < 0.05 ? { item, quantity: 1, version: 0, gift } : { item, quantity, version }
  }
  const reserve = (): CommandBody => ({
    kind: 'reserve',
    buyer: keyOf(1 + rng.int(6)),
    address: rng.next() < 0.3 ? [0, 0] : keyOf(100 + rng.int(4)),
    amountCents: rng.pick(AMOUNTS),
    holdMs: rng.pick([0, 0, 4000, 20_000]),
    paid: rng.next() < 0.1,
    signals: { ...NO_SIGNALS, source: keyOf(200 + rng.int(3)), device: keyOf(300 + rng.int(6)) },
    lines: Array.from({ length: rng.pick([1, 1, 1, 2, 3]) }, line),
  })
  const onOrder = (): CommandBody => {
    const { id, amountCents } = rng.pick(orders)
    const paid = rng.next() < strange ? 1 : amountCents
    return rng.pick<() => CommandBody>(
      [
        () => ({ kind: 'pay', order: id, amountCents: paid }),
        () => ({ kind: 'payDeposit', order: id, amountCents: paid, balanceCents: amountCents }),
        () => ({ kind: 'release', order: id }),
        () => ({
          kind: 'returnGoods',
          order: id,
          item: 1 + rng.int(10),
          quantity: 1 + rng.int(2),
          scrap: rng.next() < 0.3,
          restoreLimit: rng.next() < 0.5,
        }),
      ],
      [5, 2, 2, 2],
    )()
  }
  const staff = (now: number): CommandBody =>
    rng.pick<() => CommandBody>([
      () => ({ kind: 'adjustStock', item: rng.pick([1, 2, 3, 7, 6, 40]), delta: rng.int(7) - 3 }),
      () => {
        const of = rng.pick(ITEMS)
        const version = (of.terms.version ?? 0) + rng.int(2)
        return {
          kind: 'changeTerms',
          item: of.item,
          closed: rng.next() < 0.1,
          terms: { ...NO_TERMS, ...of.terms, version },
        }
      },
      () => ({ kind: 'block', key: keyOf(1 + rng.int(6)), untilSeconds: rng.pick([0, Math.ceil(now / 1000) + 3]) }),
      () => ({
        kind: 'openGate',
        gate: 1,
        perSecond: 2,
        sourceLimit: 3 + rng.int(3),
        seed: 1,
        opensAt: 0,
        ticketSeconds: 20,
      }),
      () => ({ kind: 'openItem', item: 11 + rng.int(3), itemKind: 'sku', stock: 2, terms: NO_TERMS, parts: [] }),
    ])()
  const enter = (): CommandBody => ({
    kind: 'enterGate',
    gate: rng.next() < strange ? 5 : 1,
    buyer: keyOf(1 + rng.int(6)),
    signals: { ...NO_SIGNALS, source: keyOf(200 + rng.int(3)) },
  })

  const fresh = (now: number): Command => {
    const kind = rng.pick(['reserve', 'order', 'staff', 'enter'] as const, [5, orders.length > 0 ? 4 : 0, 0.6, 0.8])
    const body = kind === 'reserve' ? reserve() : kind === 'order' ? onOrder() : kind === 'staff' ? staff(now) : enter()
    count++
    const issuedAt = rng.next() < strange / 4 ? now + rng.pick([-90_000_000, -30_000, 5000, 900]) : now
    const command: Command = { id: [count, 7, Math.imul(count, 31), 1], issuedAt, ...body }
    if (body.kind === 'reserve') orders.push({ id: command.id, amountCents: body.amountCents })
    return command
  }

  return {
    made,
    next(now) {
      const again = made.length > 0 && rng.next() < 0.15
      const command = again ? rng.pick(made) : fresh(now)
      if (again && rng.next() < strange) return { ...fresh(now), id: command.id }
      if (!again) made.push(command)
      return command
    },
  }
}
