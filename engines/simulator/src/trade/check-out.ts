import { TIERS } from '../people/tiers.ts'
import type { OrderLineRow } from '../rows.ts'
import { afterSale } from './after-sale.ts'
import { type BasketLine, type PricedLine, priceBasket } from './basket.ts'
import { decidePayment, type PaymentDecision } from './payment.ts'
import type { EventDetail, VisitLog } from './visit-log.ts'

const CART_BEFORE_ORDER_RATE = 0.88
/** A buyer who joins the members while paying. */
const JOIN_AT_PAYMENT_RATE = 0.55

const moneyOf = (line: PricedLine): EventDetail => ({
  quantity: line.quantity,
  amount: line.goodsCents + line.postageCents,
})

/** Cart, order, payment. Returns the order's lines; `arranged` orders are bought ones: paid at once, never given back. */
export function checkOut(log: VisitLog, basket: readonly BasketLine[], arranged = false): OrderLineRow[] {
  const { shop, today, visit } = log
  const { rng, mood } = today
  const lines = priceBasket(basket, mood)
  for (const line of lines)
    if (arranged || rng.next() < CART_BEFORE_ORDER_RATE)
      log.emit('cart', 'detail', line.item, { quantity: line.quantity })
  log.pause(arranged ? 1_500 : 8_000)
  const orderedAt = log.at
  for (const line of lines) today.events.push(log.event('order', 'checkout', line.item, moneyOf(line)))
  log.pause(6_000)
  const decision: PaymentDecision = arranged
    ? { presale: false, payment: { index: mood.index, at: log.at } }
    : decidePayment(shop, mood, { device: log.device, paidAt: log.at }, rng)
  const { person, channel } = visit
  const { presale, payment } = decision
  const request = {
    mood,
    person,
    channel,
    device: log.device.name,
    at: orderedAt,
    presale,
    payment,
    keep: arranged,
    lines,
  }
  if (payment && !arranged && person.tier === 0 && rng.next() < JOIN_AT_PAYMENT_RATE) join(log)
  const rows = shop.orders.place(request, rng)
  if (payment) settle(log, lines, payment, rows)
  if (payment && !arranged) {
    remember(log, rows)
    afterSale(shop, rows, rng)
  }
  return rows
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
  log.shop.people.bought(person, paidOf(rows), leaves)
}

const paidOf = (rows: readonly OrderLineRow[]): number => rows.reduce((sum, r) => sum + (r.paid_cents ?? 0), 0)
