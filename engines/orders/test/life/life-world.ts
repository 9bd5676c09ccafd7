import { createRng, type Rng } from '@zhanggui/kernel'
import {
  type Command,
  DEFAULT_LIFE_POLICY,
  decideLife,
  dueCommands,
  type Id,
  keptCents,
  type LifeAnswer,
  type LifeCommand,
  type LifeEffect,
  type LineUnits,
  lifeFaults,
  type OrderLife,
  openLife,
} from '../../src/index.ts'
import { NOON, Shop } from '../support/shop.ts'

const STOCK = 12
const PRICE = 1000
const POSTAGE = 300
const ITEM_OF: Readonly<Record<string, number>> = { a: 1, b: 2 }
/** Hours of the shop's answer are seconds here: a core in memory forgets orders after days. */
const POLICY = {
  ...DEFAULT_LIFE_POLICY,
  answerHours: 0.02,
  sendBackHours: 0.02,
  inspectHours: 0.02,
  receiveHours: 0.05,
}

type Kept = { order: OrderLife; id: Id; coupon: 'locked' | 'used' | 'free'; returned: number }
type Task = { orderId: string; effect: LifeEffect }

const hashId = (text: string): Id => {
  const rng = createRng(text)
  return [rng.int(2 ** 31), rng.int(2 ** 31), rng.int(2 ** 31), 5]
}

/**
 * A shop in which effects are carried out late, in any order, twice, and with answers lost on the way: the admission machine
 * itself, coupons as a plain state an order, and a bank that keeps what came in and went out by payment.
 */
export class LifeWorld {
  readonly shop = new Shop({ orders: 256 })
  readonly orders = new Map<string, Kept>()
  /** What the bank holds by payment; refunds by their effect, once each. */
  readonly bank = new Map<string, { orderId: string; cents: number; out: Map<string, number> }>()
  private readonly rng: Rng
  private readonly tasks: Task[] = []
  /** Units that came back beyond what the order itself was sold. */
  readonly adjusted = new Map<string, LineUnits>()

  constructor(seed: number) {
    this.rng = createRng(`life-${seed}`)
    for (const item of [1, 2]) this.shop.open(item, 'sku', STOCK)
  }

  private send(id: Id, body: Omit<Command, 'id' | 'issuedAt'>): string {
    return this.shop.send({ ...(body as Parameters<Shop['send']>[0]), id, issuedAt: this.shop.now }).code
  }

  private linesOf(count: number): OrderLife['lines'][number][] {
    return ['a', 'b'].slice(0, count).map((skuId) => ({
      lineId: skuId,
      skuId,
      units: 1 + this.rng.int(2),
      payableCents: 0,
      droppedUnits: 0,
      backUnits: 0,
    }))
  }

  /** `checkMs`: risk doubts the buyer, who has so long to prove who they are. */
  place(orderId: string, { checkMs }: { checkMs?: number } = {}): void {
    const lines = this.linesOf(1 + this.rng.int(2)).map((line) => ({ ...line, payableCents: line.units * PRICE }))
    const id = hashId(orderId)
    const payableCents = lines.reduce((sum, line) => sum + line.payableCents, POSTAGE)
    const code = this.send(id, {
      kind: 'reserve',
      buyer: [1, 0],
      address: [0, 0],
      amountCents: payableCents,
      holdMs: 20_000,
      paid: false,
      signals: {
        source: [0, 0],
        device: [0, 0],
        accountAgeDays: 0,
        verified: true,
        newAddress: false,
        newDevice: false,
        proxyNetwork: false,
      },
      lines: lines.map(({ skuId, units }) => ({ item: ITEM_OF[skuId] ?? 0, quantity: units, version: 0 })),
    } as never)
    if (code !== 'accepted') return
    const now = this.shop.now
    const checkUntil = checkMs === undefined ? {} : { checkUntil: now + checkMs }
    const hold = { placedAt: now, holdUntil: now + 20_000, ...checkUntil }
    const order = openLife({ orderId, payableCents, depositCents: 0, lines, ...hold })
    this.orders.set(orderId, { order, id, coupon: 'locked', returned: 0 })
  }

  /** Money moves at the bank first; the order hears of it afterwards, or never. */
  payIn(orderId: string, paymentId: string, cents: number, isHeard: boolean): void {
    this.bank.set(paymentId, this.bank.get(paymentId) ?? { orderId, cents, out: new Map() })
    if (isHeard) this.tell(orderId, { kind: 'takeMoney', paymentId, cents })
  }

  tell(orderId: string, command: LifeCommand): boolean {
    const kept = this.orders.get(orderId)
    if (!kept) return false
    const moment = { now: this.shop.now, policy: POLICY }
    const decision = decideLife(kept.order, command, moment)
    if (!decision.ok) return false
    kept.order = decision.value.order
    for (const effect of decision.value.effects) this.tasks.push({ orderId, effect })
    const faults = lifeFaults(kept.order)
    if (faults.length > 0) throw new Error(`${orderId} after ${JSON.stringify(command)}: ${faults.join('; ')}`)
    const again = decideLife(kept.order, command, moment)
    if (again.ok && again.value.events.length + again.value.effects.length > 0)
      throw new Error(`${JSON.stringify(command)} did something twice`)
    return true
  }

  /** Carries out one effect. It may stay in the list, to be carried out again; its answer may be lost. */
  work({ again, lost }: { again: number; lost: number }): boolean {
    if (this.tasks.length === 0) return false
    const at = this.rng.int(this.tasks.length)
    const task = this.tasks[at] as Task
    const answer = this.carryOut(task)
    if (this.rng.next() < lost) return true
    this.tell(task.orderId, answer)
    if (this.rng.next() >= again) this.tasks.splice(at, 1)
    return true
  }

  private carryOut({ orderId, effect }: Task): LifeAnswer {
    const kept = this.orders.get(orderId) as Kept
    const { n } = effect
    const id = hashId(`${orderId}:${n}`)
    switch (effect.kind) {
      case 'takeStock': {
        const code = this.send(id, { kind: 'pay', order: kept.id, amountCents: effect.cents } as never)
        return { kind: code === 'accepted' || code === 'accepted_late' ? 'stockTaken' : 'stockGone', n }
      }
      case 'useCoupons':
        if (kept.coupon === 'free') return { kind: 'couponsGone', n }
        kept.coupon = 'used'
        return { kind: 'couponsUsed', n, holdUntil: 0 }
      case 'releaseCoupons':
        kept.coupon = 'free'
        return { kind: 'effectDone', n }
      case 'releaseStock':
        this.send(id, { kind: 'release', order: kept.id } as never)
        return { kind: 'effectDone', n }
      case 'returnStock':
        this.toStock(orderId, effect)
        return { kind: 'effectDone', n }
      case 'giveBack':
        return { kind: 'gaveBack', n, cents: this.worth(kept, effect) }
      case 'takeReplacement':
        return this.replace(orderId, effect)
      case 'refundPayment': {
        const payment = this.bank.get(effect.paymentId)
        payment?.out.set(`${orderId}:${n}`, effect.cents)
        return { kind: 'effectDone', n }
      }
    }
  }

  private worth(kept: Kept, effect: Extract<LifeEffect, { kind: 'giveBack' }>): number {
    if (effect.caseId === '') kept.coupon = 'free'
    if (effect.agreedCents > 0) return effect.agreedCents
    return effect.lines.reduce((sum, { units }) => sum + units * PRICE, effect.postage ? POSTAGE : 0)
  }

  /** Goods of the order itself first; what its replacement brought is returned under the replacement. */
  private toStock(orderId: string, effect: Extract<LifeEffect, { kind: 'returnStock' }>): void {
    const kept = this.orders.get(orderId) as Kept
    for (const { lineId, units } of effect.lines) {
      const id = hashId(`${orderId}:${effect.n}:${lineId}`)
      const item = ITEM_OF[lineId] ?? 0
      const code = this.send(id, {
        kind: 'returnGoods',
        order: kept.id,
        item,
        quantity: units,
        scrap: effect.scrap,
        restoreLimit: true,
      } as never)
      if (code === 'accepted') continue
      // What a replacement brought was sold under the replacement's number: it comes back by hand.
      if (code !== 'return_exceeds') throw new Error(`return of ${orderId} refused: ${code}`)
      if (!this.adjusted.has(`${orderId}:${effect.n}:${lineId}`) && !effect.scrap)
        this.send(hashId(`${orderId}:${effect.n}:${lineId}:hand`), { kind: 'adjustStock', item, delta: units } as never)
      this.adjusted.set(`${orderId}:${effect.n}:${lineId}`, { lineId, units })
    }
  }

  private replace(orderId: string, effect: Extract<LifeEffect, { kind: 'takeReplacement' }>): LifeAnswer {
    const code = this.send(hashId(`${orderId}:${effect.n}`), {
      kind: 'reserve',
      buyer: [1, 0],
      address: [0, 0],
      amountCents: 0,
      holdMs: 0,
      paid: true,
      signals: {
        source: [0, 0],
        device: [0, 0],
        accountAgeDays: 0,
        verified: true,
        newAddress: false,
        newDevice: false,
        proxyNetwork: false,
      },
      lines: effect.lines.map(({ lineId, units }) => ({ item: ITEM_OF[lineId] ?? 0, quantity: units, version: 0 })),
    } as never)
    return { kind: code === 'accepted' ? 'replacementTaken' : 'replacementGone', n: effect.n }
  }

  advance(ms: number): void {
    this.shop.now += ms
    for (const [orderId, { order }] of this.orders)
      for (const command of dueCommands(order, { now: this.shop.now, policy: POLICY })) this.tell(orderId, command)
  }

  /** Units of an item that orders say are sold: bought, not let go, not back, plus what was sent to replace. */
  soldByOrders(skuId: 'a' | 'b'): number {
    let sold = 0
    for (const { lineId, units } of this.adjusted.values()) if (lineId === skuId) sold += units
    for (const { order } of this.orders.values()) {
      if (order.stock !== 'taken') continue
      for (const line of order.lines) if (line.skuId === skuId) sold += line.units - line.droppedUnits - line.backUnits
      for (const known of order.cases) sold += replacedUnits(known, skuId)
    }
    return sold
  }

  bankHolds(orderId: string): number {
    let cents = 0
    for (const payment of this.bank.values()) {
      if (payment.orderId !== orderId) continue
      const out = [...payment.out.values()].reduce((sum, refund) => sum + refund, 0)
      cents += payment.cents - out
    }
    return cents
  }

  kept = (orderId: string): number => keptCents((this.orders.get(orderId) as Kept).order)
  draw = (): Rng => this.rng
}

/** A reissue adds goods; where it became a refund, the goods that went astray stay sold. */
function replacedUnits({ kind, state, refundCents, lines }: OrderLife['cases'][number], skuId: string): number {
  const units = lines.reduce((sum, part: LineUnits) => (part.lineId === skuId ? sum + part.units : sum), 0)
  if (kind !== 'reissue') return 0
  return state === 'sending' || state === 'done' || state === 'refunding' ? units : refundCents > 0 ? units : 0
}

export const START = NOON
