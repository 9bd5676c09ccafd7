import type { Rng } from '@zhanggui/kernel'
import type { Command, CommandBody } from '@zhanggui/orders'
import { adjust, EVENING, idOf, open, reserve } from './cluster-cases.ts'

const MINUTE = 60_000

/** So few units that buyers get in each other's way; one item of every kind, two bundles, one of them over three shards. */
const ITEMS: readonly CommandBody[] = [
  open(1, 'sku', 9, { version: 1, buyerLimit: 4 }),
  open(2, 'sku', 12, { version: 1, addressLimit: 5, holdSeconds: 30 }),
  open(3, 'gift', 3),
  open(4, 'gift', 2),
  open(5, 'coupon', 5, { version: 7, buyerLimit: 2 }),
  open(6, 'bundle', 0, { buyerLimit: 3 }, [
    { item: 1, units: 1 },
    { item: 2, units: 2 },
    { item: 8, units: 1 },
  ]),
  open(7, 'presale', 6, { buyerLimit: 2, balanceFrom: EVENING + MINUTE, balanceUntil: EVENING + 4 * MINUTE }),
  open(8, 'store', 8, { opensAt: EVENING + 3000, closesAt: EVENING + 20 * MINUTE }),
  open(9, 'sku', 6, { limitGroup: 1 }),
  open(10, 'bundle', 0, {}, [
    { item: 2, units: 1 },
    { item: 9, units: 1 },
  ]),
]

export const setupOf = (): Command[] =>
  ITEMS.map((body, i) => ({ ...body, id: idOf(1 + i), issuedAt: EVENING }) satisfies Command)

/** Commands as clients and staff would send them, good and bad, one in eight a repeat. */
export class CommandStream {
  private readonly rng: Rng
  private readonly made: Command[] = []
  private readonly orders: Command[] = []
  private count = 100

  constructor(rng: Rng) {
    this.rng = rng
  }

  next(now: number): Command {
    const { rng } = this
    if (this.made.length > 0 && rng.next() < 0.12) {
      const again = rng.pick(this.made)
      // Now and then a client gives one id to two requests.
      return rng.next() < 0.05 && again.kind === 'reserve' ? { ...again, amountCents: 1 } : again
    }
    const body = this.orders.length > 0 && rng.next() < 0.45 ? this.onOrder() : this.fresh(now)
    this.count++
    const issuedAt = rng.next() < 0.02 ? now + rng.pick([-90_000_000, 5000]) : now
    const command: Command = { ...body, id: idOf(this.count), issuedAt }
    this.made.push(command)
    if (command.kind === 'reserve') this.orders.push(command)
    return command
  }

  private fresh(now: number): CommandBody {
    const { rng } = this
    if (rng.next() < 0.04) return adjust(rng.pick([1, 2, 3, 6, 7, 40]), rng.int(7) - 3)
    if (rng.next() < 0.03)
      return { kind: 'block', key: [1 + rng.int(6), 5], untilSeconds: rng.pick([0, Math.ceil(now / 1000) + 3]) }
    return reserve(
      Array.from({ length: rng.pick([1, 1, 2, 2, 3]) }, () => this.line()),
      {
        buyer: 1 + rng.int(6),
        address: rng.int(4),
        paid: rng.next() < 0.15,
        holdMs: rng.pick([0, 4000, 20_000]),
        amountCents: rng.pick([9_900, 9_900, 100]),
      },
    )
  }

  private line() {
    const { rng } = this
    const item = rng.pick([1, 1, 2, 3, 5, 6, 6, 7, 8, 9, 10, 33])
    const gift = { alternative: rng.pick([0, 4, 3]), mayBeMissing: rng.next() < 0.4 }
    if (item === 3) return { item, gift }
    const version = item === 5 ? 7 : item <= 2 ? rng.int(2) : 0
    return { item, version, quantity: rng.next() < 0.03 ? rng.int(9) - 2 : 1 + rng.int(2) }
  }

  private onOrder(): CommandBody {
    const { rng } = this
    const order = rng.pick(this.orders.slice(-25))
    const amountCents = 'amountCents' in order && rng.next() < 0.95 ? order.amountCents : 7
    const item = order.kind === 'reserve' ? rng.pick(order.lines).item : 1
    const back = { item, quantity: 1 + rng.int(2), scrap: rng.next() < 0.3, restoreLimit: rng.next() < 0.5 }
    return rng.pick<CommandBody>(
      [
        { kind: 'pay', order: order.id, amountCents },
        { kind: 'payDeposit', order: order.id, amountCents, balanceCents: amountCents },
        { kind: 'release', order: order.id },
        { kind: 'returnGoods', order: order.id, ...back },
      ],
      [5, 2, 2, 3],
    )
  }
}
