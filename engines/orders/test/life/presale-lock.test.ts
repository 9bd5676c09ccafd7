import { createRng } from '@zhanggui/kernel'
import { expect, test } from 'vitest'
import {
  DEFAULT_LIFE_POLICY,
  decideLife,
  dueCommands,
  type Id,
  type LifeAnswer,
  type LifeCommand,
  type LifeEffect,
  type OrderLife,
  openLife,
} from '../../src/index.ts'
import { NOON, reserveOf, Shop } from '../support/shop.ts'

const ITEM = 1
const STOCK = 9
const DEPOSIT = 2000
const PRICE = 9900
const HOLD_MS = 15 * 60_000
const BALANCE = { balanceFrom: NOON + 3_600_000, balanceUntil: NOON + 7_200_000 }
const SEEDS = 80
const STEPS = 100

type Known = { id: Id; life: OrderLife }

/** A presale on the admission machine itself: deposits, balances, forfeits, orders let go, and money that comes twice or too late. */
class Presale {
  readonly shop = new Shop({ orders: 512 })
  readonly orders: Known[] = []
  private readonly rng
  private payments = 0

  constructor(seed: number) {
    this.rng = createRng(`presale-${seed}`)
    this.shop.open(ITEM, 'presale', STOCK, BALANCE)
  }

  private place(): void {
    const units = 1 + this.rng.int(2)
    const holdMs = HOLD_MS
    const { code } = this.shop.send(
      reserveOf({ lines: [{ item: ITEM, quantity: units }], amountCents: units * DEPOSIT, holdMs }),
    )
    if (code !== 'accepted') return
    const placed = { payableCents: units * PRICE, depositCents: units * DEPOSIT, placedAt: this.shop.now }
    const lines = [{ lineId: 'a', skuId: 'a', units, payableCents: units * PRICE }]
    const orderId = `p${this.orders.length}`
    const life = openLife({ orderId, ...placed, lines, holdUntil: this.shop.now + HOLD_MS })
    this.orders.push({ id: this.shop.lastId, life })
  }

  private tell(known: Known, command: LifeCommand): void {
    const decision = decideLife(known.life, command, { now: this.shop.now, policy: DEFAULT_LIFE_POLICY })
    if (!decision.ok) return
    known.life = decision.value.order
    for (const effect of decision.value.effects) this.tell(known, this.carryOut(known, effect))
  }

  private carryOut({ id, life }: Known, effect: LifeEffect): LifeAnswer {
    const { n } = effect
    switch (effect.kind) {
      case 'takeStock': {
        const { code } = this.shop.send(
          effect.part === 'deposit'
            ? {
                kind: 'payDeposit',
                order: id,
                amountCents: effect.cents,
                balanceCents: life.payableCents - effect.cents,
              }
            : { kind: 'pay', order: id, amountCents: effect.cents },
        )
        return { kind: code === 'accepted' || code === 'accepted_late' ? 'stockTaken' : 'stockGone', n }
      }
      case 'useCoupons':
        return { kind: 'couponsUsed', n, holdUntil: BALANCE.balanceUntil }
      case 'releaseStock':
        this.shop.send({ kind: 'release', order: id })
        return { kind: 'effectDone', n }
      case 'returnStock':
        for (const { units } of effect.lines)
          this.shop.send({
            kind: 'returnGoods',
            order: id,
            item: ITEM,
            quantity: units,
            scrap: false,
            restoreLimit: true,
          })
        return { kind: 'effectDone', n }
      case 'giveBack':
        return { kind: 'gaveBack', n, cents: 0 }
      default:
        return { kind: 'effectDone', n }
    }
  }

  /** A payment of what is due, or one that was made before: twice, too late, of an order that is gone. */
  private pay(known: Known): void {
    const { stage, depositCents, payableCents } = known.life
    const isBalance = stage === 'deposit'
    if (isBalance && this.shop.now < BALANCE.balanceFrom) return
    const paymentId = this.rng.next() < 0.2 ? `m${Math.max(1, this.payments)}` : `m${++this.payments}`
    this.tell(known, { kind: 'takeMoney', paymentId, cents: isBalance ? payableCents - depositCents : depositCents })
  }

  step(): void {
    const kind = this.rng.next()
    const known = this.orders.length > 0 ? this.rng.pick(this.orders) : undefined
    if (kind < 0.35 || !known) this.place()
    else if (kind < 0.75) this.pay(known)
    else if (kind < 0.85) this.tell(known, { kind: 'cancel', by: this.rng.next() < 0.5 ? 'buyer' : 'shop' })
    else this.pass(1 + this.rng.int(20 * 60_000))
  }

  pass(ms: number): void {
    this.shop.now += ms
    for (const known of this.orders)
      for (const command of dueCommands(known.life, { now: this.shop.now, policy: DEFAULT_LIFE_POLICY }))
        this.tell(known, command)
  }

  /** What of the item's stock is not what the orders say it is. */
  faults(): string[] {
    const { locked, held, sold, free } = this.shop.item(ITEM)
    const wanted = {
      locked: this.unitsOf((life) => life.stage === 'deposit' && hasDeposit(life)),
      held: this.unitsOf(({ stage }) => stage === 'placed'),
      sold: this.unitsOf(({ stage }) => stage === 'paid'),
      stock: STOCK,
    }
    const found = { locked, held, sold, stock: free + held + locked + sold }
    const differs = (name: keyof typeof wanted): boolean => found[name] !== wanted[name]
    return (Object.keys(wanted) as (keyof typeof wanted)[])
      .filter(differs)
      .map((name) => `${name} is ${found[name]}, orders say ${wanted[name]}`)
  }

  unitsOf(isCounted: (life: OrderLife) => boolean): number {
    return this.orders
      .filter(({ life }) => isCounted(life))
      .flatMap(({ life }) => life.lines)
      .reduce((sum, { units }) => sum + units, 0)
  }
}

const hasDeposit = ({ payments }: OrderLife): boolean => payments.some(({ part }) => part === 'deposit')

test('[P6.13] locked stock equals paid deposits at all times, whatever is paid twice, late, let go or forfeited', () => {
  let forfeited = 0
  let settled = 0
  const faults: string[] = []
  for (let seed = 0; seed < SEEDS; seed++) {
    const presale = new Presale(seed)
    for (let step = 0; step < STEPS; step++) {
      presale.step()
      faults.push(...presale.faults().map((fault) => `seed ${seed} step ${step}: ${fault}`))
    }
    presale.pass(10 * 3_600_000)
    expect(presale.shop.item(ITEM).locked).toBe(0)
    forfeited += presale.orders.filter(({ life }) => life.cancelReason === 'forfeited').length
    settled += presale.orders.filter(({ life }) => life.stage === 'paid').length
  }
  expect(faults).toEqual([])
  // Both ends of a deposit were lived through.
  expect(forfeited).toBeGreaterThan(SEEDS)
  expect(settled).toBeGreaterThan(SEEDS)
})
