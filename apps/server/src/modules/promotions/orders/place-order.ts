import { createHash } from 'node:crypto'
import { type PlacedOrder, PlaceOrder, type Store } from '@zhanggui/contract'
import { businessDayOf } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { parseInput } from '../../../http/parse-input.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import { audit } from '../../admin/audit.ts'
import { canonicalJson } from '../../admin/canonical-json.ts'
import { ORDER_MOVES, ORDER_RETRIES, STOPS } from '../counters.ts'
import { knowPerson } from '../people/know-person.ts'
import { postPoints } from '../points/post-points.ts'
import { type Priced, priceResolved } from '../price/ask-price.ts'
import { withGiftStock } from '../price/gift-stock.ts'
import { presentPrice } from '../price/present-price.ts'
import { resolveCart } from '../price/resolve-cart.ts'
import { rulesAt } from '../price/rules-in-force.ts'
import { isSameRevision } from '../records/price-revision.ts'
import { countRuleUses } from './count-rule-uses.ts'
import { depositOf } from './deposit.ts'
import { moveCoupons, requireOwnCoupons } from './hold-coupons.ts'
import { orderPoints, pointsOfMove } from './order-points.ts'
import { findOrderRow, presentOrder, readUses } from './order-rows.ts'
import { costByPromotion, type OrderUse, orderUses } from './order-uses.ts'
import { PriceMovedOn } from './price-moved-on.ts'
import { releaseDueOrders } from './release-due-orders.ts'
import { reserveBudgets } from './reserve-budgets.ts'
import { keepRuleSet } from './rule-sets.ts'
import type { OrderRow } from './schema.ts'
import { writeOrder } from './write-order.ts'

type Asked = ReturnType<typeof PlaceOrder.parse>

/** A placed order with its row; `isNew` is false for one that was there before. */
export type OrderPlaced = { placed: PlacedOrder; row: OrderRow; isNew: boolean }

/** An order that meets a change five times in a row has met something that is wrong. */
const ATTEMPTS = 5

/** The question without whose it is: kept to tell a repeat from another order under the same number. */
function questionHash({ cart }: Asked, buyer: string | null): string {
  const { buyer: _, at: __, ...rest } = cart
  return createHash('sha256')
    .update(canonicalJson({ ...rest, buyer }))
    .digest('hex')
}

/** Prices are those of now, whatever moment the cart speaks of. */
async function priceNow(context: Context, store: Store, { cart }: Asked): Promise<Priced> {
  const { at: _, ...now } = cart
  const resolved = await resolveCart(context, store, now)
  const rules = await rulesAt(context, store.id, resolved.at.getTime(), resolved.revision.rules)
  return priceResolved(rules, await withGiftStock(context, store.id, { rules, resolved }))
}

function requireExpected(price: Priced, { expectPayableCents }: Asked): void {
  const { payableCents } = price.priced
  if (expectPayableCents !== undefined && expectPayableCents !== payableCents)
    throw new ApiFailure('price_changed', {
      expectedCents: expectPayableCents,
      payableCents,
      price: presentPrice(price),
    })
}

function newRow(context: Context, store: Store, asked: Asked, price: Priced): OrderRow {
  const { resolved, rules, priced } = price
  const placedAt = context.clock.now()
  const { used, earned } = orderPoints(priced)
  const stored = [...rules.compiled.rules.values()].map(({ rule }) => rule)
  return {
    store: store.id,
    id: asked.orderId,
    state: 'locked',
    buyer: resolved.buyer.hash,
    asked: questionHash(asked, resolved.buyer.hash),
    price: { answer: presentPrice(price), cart: resolved.cart, pipeline: rules.pipeline.id, rules: stored },
    payableCents: priced.payableCents,
    depositCents: depositOf(priced),
    refundedCents: 0,
    policy: null,
    pointsUsed: used,
    pointsEarned: resolved.buyer.hash === null ? 0 : earned,
    placedAt,
    holdUntil: new Date(placedAt.getTime() + asked.holdMinutes * 60_000),
  }
}

async function takePoints(context: Context, tx: RecordTx, store: Store, row: OrderRow): Promise<void> {
  if (row.pointsUsed === 0) return
  const at = context.clock.now()
  const day = businessDayOf(at, store.timezone)
  const key = { store: store.id, buyer: row.buyer ?? '' }
  const postings = pointsOfMove.place(row.id, { used: row.pointsUsed, earned: 0 }, day)
  if (row.buyer === null || !(await postPoints(tx, key, { postings, day, at })))
    throw new ApiFailure('points_short', { points: row.pointsUsed })
}

/**
 * Everything that an order takes, in one transaction and in one order for all orders: coupons, the buyer's limits, points, then
 * the budgets, which many orders want at once and which are therefore held shortest.
 */
async function takeAll(
  context: Context,
  tx: RecordTx,
  store: Store,
  { row, price, uses, ruleSet }: { row: OrderRow; price: Priced; uses: readonly OrderUse[]; ruleSet: string },
): Promise<string[]> {
  const made = await writeOrder(tx, row, { uses, ruleSet })
  if (!made) throw new PriceMovedOn('the same order is being placed')
  if (!isSameRevision(made, price.resolved.revision)) throw new PriceMovedOn('the rules or the goods changed')
  await moveCoupons(context, tx, store.id, { orderId: row.id, kind: 'lock', uses })
  if (row.buyer !== null) {
    const asked = { store: store.id, buyer: row.buyer, marks: price.resolved.buyer.marks, at: row.placedAt }
    const [buyer = row.buyer, ...others] = await knowPerson(tx, asked)
    await countRuleUses(tx, { store: store.id, buyer, others }, price, uses)
  }
  await takePoints(context, tx, store, row)
  const nameOf = (id: string) => [...price.rules.promotionOf.values()].find((p) => p.id === id)?.name ?? id
  const costs = costByPromotion(uses).map((cost) => ({ ...cost, name: nameOf(cost.promotion) }))
  return reserveBudgets(context, tx, store.id, costs)
}

async function placedBefore(context: Context, store: Store, asked: Asked, hash: string): Promise<OrderPlaced | null> {
  const { db } = context.records
  const row = await findOrderRow(db, store.id, asked.orderId)
  if (!row) return null
  if (row.asked !== hash) throw new ApiFailure('duplicate_key', { key: asked.orderId })
  const placed = { ...presentOrder(row, await readUses(db, store.id, row.id)), price: row.price.answer }
  return { placed, row, isNew: false }
}

async function tryToPlace(context: Context, store: Store, asked: Asked): Promise<OrderPlaced> {
  const price = await priceNow(context, store, asked)
  const row = newRow(context, store, asked, price)
  const before = await placedBefore(context, store, asked, row.asked)
  if (before) return before
  requireExpected(price, asked)
  await requireOwnCoupons(context, store.id, { buyer: row.buyer, claims: asked.cart.claims ?? [] })
  const uses = orderUses(store.id, price)
  const ruleSet = await keepRuleSet(context, store.id, price.rules.compiled)
  const taking = { row, price, uses, ruleSet }
  const stopped = await context.records.transaction((tx) => takeAll(context, tx, store, taking))
  STOPS.inc({ by: 'budget' }, stopped.length)
  for (const promotion of stopped)
    await audit(context, {
      store: store.id,
      actor: 'system',
      action: 'stop',
      subject: `promotions/${promotion}`,
      reason: 'budget',
    })
  const stored = uses.map((use) => ({ store: store.id, orderId: row.id, ...use }))
  return { placed: { ...presentOrder(row, stored), price: row.price.answer }, row, isNew: true }
}

/**
 * Places an order: prices it now, locks its coupons, counts its uses, spends its points and reserves the budgets, all or nothing
 * (P6.08, P6.35). The same order again gives the same answer.
 * Errors: throws `cart_faults`, `price_changed` with the new price, `coupon_unusable`, `points_short`, `duplicate_key` for a
 * number that another order has, `order_busy`.
 */
export async function placeOrder(context: Context, store: Store, input: PlaceOrder): Promise<PlacedOrder> {
  return (await placeOrderRow(context, store, input)).placed
}

/** As `placeOrder`, for who goes on with the order. */
export async function placeOrderRow(context: Context, store: Store, input: PlaceOrder): Promise<OrderPlaced> {
  const asked = parseInput(PlaceOrder, input)
  await releaseDueOrders(context, store.id)
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    try {
      const placed = await tryToPlace(context, store, asked)
      ORDER_MOVES.inc({ move: 'place' })
      return placed
    } catch (cause) {
      if (!(cause instanceof PriceMovedOn)) throw cause
      ORDER_RETRIES.inc()
    }
  }
  throw new ApiFailure('order_busy', { seconds: 1 })
}
