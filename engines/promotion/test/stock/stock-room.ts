import {
  type Admission,
  type Answer,
  advanceTo,
  apply,
  type Command,
  type CommandBody,
  createAdmission,
  encodeFrame,
  type Id,
  type ItemKind,
  type ItemStock,
  NO_SIGNALS,
  NO_TERMS,
  type OrderView,
  readAnswer,
  readItem,
  readOrder,
  SMALL_OPTIONS,
  type Terms,
} from '@zhanggui/orders'
import { type Cart, compileRules, priceCart, type Rule, stockNeeds, TMALL_PARALLEL } from '../../src/index.ts'
import { line } from '../support/order.ts'

export const NOON = Date.parse('2026-11-11T04:00:00.000Z')
export const OPENS_AT = '2026-11-11T04:00:00.000Z'
export const orderId = (n: number): Id => [n, n >>> 16, 7, 1]

type Wish = { order: number; buyer: number; cart: Cart; paid?: boolean; holdMs?: number; issuedAt?: number }

/** A shop on paper: what its rules price, and where its units are by the machine that admits orders in earnest. */
export class StockRoom {
  readonly core: Admission
  readonly rules: ReturnType<typeof compiled>
  now = NOON
  private commands = 0
  private readonly numbers = new Map<string, number>()

  constructor(rules: readonly Rule[], { rows = 4096 } = {}) {
    this.rules = compiled(rules)
    const sizes = {
      orders: rows,
      lines: 4 * rows,
      replies: 2 * rows,
      limits: 2 * rows,
      velocitySlots: rows,
      tickets: 1024,
    }
    this.core = createAdmission({ ...SMALL_OPTIONS, ...sizes })
  }

  /** Puts units of a SKU on sale; a set is opened by its parts. */
  open(
    skuId: string,
    stock: number,
    more: { kind?: ItemKind; terms?: Partial<Terms>; parts?: [string, number][] } = {},
  ) {
    const { kind = 'sku', terms = {}, parts = [] } = more
    this.numbers.set(skuId, this.numbers.size + 1)
    const made = parts.map(([part, units]) => ({ item: this.numberOf(part), units }))
    return this.send({
      kind: 'openItem',
      item: this.numberOf(skuId),
      itemKind: kind,
      stock,
      terms: { ...NO_TERMS, ...terms },
      parts: made,
    })
  }

  numberOf(skuId: string): number {
    return this.numbers.get(skuId) ?? 0
  }

  send(body: CommandBody, id?: Id, issuedAt = this.now): Answer {
    this.commands++
    const command: Command = { id: id ?? [this.commands, 0, 0, 2], issuedAt, ...body }
    apply(this.core, encodeFrame([command]), this.now)
    return readAnswer(this.core.answers, 0)
  }

  price(cart: Cart) {
    const priced = priceCart(this.rules, cart)
    if (!priced.ok) throw new Error(JSON.stringify(priced.error))
    return priced.value
  }

  /** Prices a cart and asks for its units; the same `order` again is the same request. */
  place({ order, buyer, cart, paid = false, holdMs = 0, issuedAt }: Wish): Answer {
    const priced = this.price(cart)
    const deposit = priced.grants.find((grant) => grant.kind === 'deposit')
    const lines = stockNeeds(this.rules, priced).map(({ skuId, units, gift }) => ({
      item: this.numberOf(skuId),
      quantity: units,
      version: 0,
      ...(gift && { gift: { alternative: this.numberOf(gift.instead[0] ?? ''), mayBeMissing: false } }),
    }))
    const amountCents = deposit ? deposit.depositCents : priced.payableCents
    const who = { buyer: [buyer, 0] as const, address: [0, 0] as const, signals: NO_SIGNALS }
    return this.send({ kind: 'reserve', ...who, amountCents, holdMs, paid, lines }, orderId(order), issuedAt)
  }

  wait(ms: number): void {
    this.now += ms
    advanceTo(this.core, this.now)
  }

  item(skuId: string): ItemStock {
    const stock = readItem(this.core, this.numberOf(skuId))
    if (!stock) throw new Error(`${skuId} is not open`)
    return stock
  }

  order(n: number): OrderView | undefined {
    return readOrder(this.core, orderId(n))
  }
}

function compiled(rules: readonly Rule[]) {
  const ruleSet = compileRules(TMALL_PARALLEL, rules)
  if (!ruleSet.ok) throw new Error(JSON.stringify(ruleSet.error))
  return ruleSet.value
}

/** A cart of so many units of each SKU, all at 100.00, at the instant given. */
export const cartOf = (units: Readonly<Record<string, number>>, more: Partial<Cart> = {}): Cart => ({
  at: OPENS_AT,
  lines: Object.entries(units).map(([skuId, quantity]) => line(skuId, 10_000, { quantity })),
  ...more,
})
