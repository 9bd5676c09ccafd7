import type { Person } from '../people/person-pool.ts'
import type { FeedbackRow, OrderLineRow } from '../rows.ts'
import type { OpenDay, Shop } from '../shop.ts'
import { CHANNELS, channelIndex } from '../traffic/channels.ts'
import { arrivalTime } from '../traffic/hours.ts'
import { checkOutArranged } from './check-out.ts'
import { fillBasket } from './fill-basket.ts'
import { searchWords, view } from './visit.ts'
import { VisitLog } from './visit-log.ts'

/** Hired reviews repeat one another and praise everything. */
const HIRED_REVIEWS = [
  '非常好用，强烈推荐，五星好评！',
  '质量很好，物流很快，客服态度好，好评！',
  '宝贝收到了，非常满意，会推荐给朋友！',
]
const REVIEW_AFTER_DAYS = 4

/**
 * The planted ring (刷单) at work: a few accounts search, glance, buy one piece of one listing and praise it. They are no
 * customers of the shop's pool: nothing they do moves anybody's loyalty.
 */
export function placeBoughtOrders(shop: Shop, today: OpenDay, ring: readonly Person[]): OrderLineRow[] {
  const { boughtOrders: plan } = shop.incidents
  if (!plan.days.includes(today.mood.index)) return []
  const channel = CHANNELS[channelIndex('搜索')]
  if (!channel) return []
  const placed: OrderLineRow[] = []
  for (let i = 0; i < plan.ordersPerDay; i++) {
    const person = today.rng.pick(ring)
    const startMs = arrivalTime(today.mood, today.rng)
    const log = new VisitLog(shop, today, { person, channel, startMs, ad: null, category: plan.item.category })
    log.emit('search', 'search', null, { query: searchWords(log, plan.item) })
    view(log, 'detail', plan.item, 3_000)
    const basket = fillBasket(shop, today, plan.item, []).map((line) => ({ ...line, quantity: 1 }))
    if (basket.length === 0) continue
    const rows = checkOutArranged(log, basket)
    placed.push(...rows)
    shop.bought.buyers.add(person.id)
    for (const row of rows) {
      shop.bought.orderIds.push(row.order_id)
      praise(shop, today, { buyer: row.buyer, itemId: row.item_id, category: row.category })
    }
  }
  return placed
}

function praise(shop: Shop, today: OpenDay, order: { buyer: number; itemId: string; category: string }): void {
  const index = today.mood.index + REVIEW_AFTER_DAYS
  const mood = shop.moods[index]
  if (!mood) return
  const review: FeedbackRow = {
    day: mood.day,
    kind: 'review',
    feedback_id: shop.nextFeedbackId(),
    at: mood.startMs + 14 * 3_600_000 + today.rng.int(1_800_000),
    buyer: order.buyer,
    item_id: order.itemId,
    category: order.category,
    score: 5,
    positive: 1,
    text: today.rng.pick(HIRED_REVIEWS),
    first_reply_seconds: null,
    agent: '',
    channel: '搜索',
  }
  shop.agenda.feedback[index]?.push(review)
  shop.bought.reviewIds.push(review.feedback_id)
}
