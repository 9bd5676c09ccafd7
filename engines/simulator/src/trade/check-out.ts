import { TIERS } from '../people/tiers.ts'
import type { OrderLineRow } from '../rows.ts'
import { afterSale } from './after-sale.ts'
import { type BasketLine, type PricedLine, priceBasket } from './basket.ts'
import { decidePayment } from './payment.ts'
import type { EventDetail, VisitLog } from './visit-log.ts'

const CART_BEFORE_ORDER_RATE = 0.88
/** A buyer who joins the members while paying. */
const JOIN_AT_PAYMENT_RATE = 0.55

const moneyOf = (line: PricedLine): EventDetail => ({
  quantity: line.quantity,
  amount: line.goodsCents + line.postageCents,
})

/** Cart, order, payment, and what follows from them. Returns the order's lines. */
export function checkOut(log: VisitLog, basket: readonly BasketLine[]): OrderLineRow[] {
  const { shop, today, visit } = log
  const lines = priceBasket(basket, today.mood)
  const at = putInCartAndOrder(log, lines, { cartRate: CART_BEFORE_ORDER_RATE, hesitationMs: 8_000 })
  const { presale, payment } = decidePayment(shop, today, { device: log.device, paidAt: log.at })
  if (payment && visit.person.tier === 0 && today.rng.next() < JOIN_AT_PAYMENT_RATE) join(log)
  const rows = shop.orders.place({ ...buyerOf(log), at, presale, payment, keep: false, lines }, today.rng)
  if (!payment) return rows
  settle(log, lines, payment, rows)
  remember(log, rows)
  afterSale(shop, rows, today.rng)
  return rows
}

/** A bought order (刷单): no hesitation, paid at once, never given back, and nobody's loyalty moves. */
export function checkOutArranged(log: VisitLog, basket: readonly BasketLine[]): OrderLineRow[] {
  const { shop, today } = log
  const lines = priceBasket(basket, today.mood)
  const at = putInCartAndOrder(log, lines, { cartRate: 1, hesitationMs: 1_500 })
  const payment = { index: today.mood.index, at: log.at }
  const rows = shop.orders.place({ ...buyerOf(log), at, presale: false, payment, keep: true, lines }, today.rng)
  settle(log, lines, payment, rows)
  return rows
}

const buyerOf = ({ today, visit, device }: VisitLog) => ({
  mood: today.mood,
  person: visit.person,
  channel: visit.channel,
  device: device.name,
})

/** Returns when the order was placed; the log's clock then stands where the payment page does. */
function putInCartAndOrder(
  log: VisitLog,
  lines: readonly PricedLine[],
  pace: { cartRate: number; hesitationMs: number },
): number {
  for (const line of lines)
    if (log.today.rng.next() < pace.cartRate) log.emit('cart', 'detail', line.item, { quantity: line.quantity })
  log.pause(pace.hesitationMs)
  const orderedAt = log.at
  for (const line of lines) log.today.events.push(log.event('order', 'checkout', line.item, moneyOf(line)))
  log.pause(6_000)
  return orderedAt
}

export function join(log: VisitLog): void {
  log.emit('join', 'member', null)
  log.shop.people.join(log.visit.person)
}

/** Everything that payment sets in motion: stock, the pay events on their day, the advertiser's claim. */
function settle(
  log: VisitLog,
  lines: readonly PricedLine[],
  payment: { index: number; at: number },
  rows: readonly OrderLineRow[],
): void {
  const { shop, today, visit } = log
  for (const line of lines) shop.stock.take(line.sku, line.quantity)
  const day = shop.days[payment.index]
  const target = payment.index === today.mood.index ? today.events : shop.agenda.events[payment.index]
  if (day && target)
    for (const line of lines)
      target.push({ ...log.event('pay', 'checkout', line.item, moneyOf(line)), day, at: payment.at })
  if (visit.ad) {
    const unit = shop.ads.unitDay(visit.ad)
    unit.paidCents += paidOf(rows)
    unit.orders += 1
    unit.newBuyers += visit.person.paidOrders === 0 ? 1 : 0
  }
}

/** The buyer becomes a customer, or a better one; with the tier's dropout chance it was the last purchase. */
function remember(log: VisitLog, rows: readonly OrderLineRow[]): void {
  const { person } = log.visit
  const leaves = log.today.rng.next() < (TIERS[person.tier]?.dropout ?? 0)
  log.shop.people.bought(person, { paidCents: paidOf(rows), leaves })
}

const paidOf = (rows: readonly OrderLineRow[]): number => rows.reduce((sum, r) => sum + (r.paid_cents ?? 0), 0)
