import type { Rng } from '@zhanggui/kernel'
import type { FeedbackRow, OrderLineRow } from '../rows.ts'
import type { Shop } from '../shop.ts'
import { writeReview } from '../voice/write-review.ts'

const REVIEW_RATE = 0.32
const NPS_RATE = 0.05
const FIRST_REVIEW_DAY = 5

const emptyFeedback = (shop: Shop, row: OrderLineRow, index: number, rng: Rng) => ({
  day: shop.days[index] ?? row.created_day,
  feedback_id: shop.nextFeedbackId(),
  at: (shop.moods[index]?.startMs ?? 0) + 9 * 3_600_000 + rng.int(13 * 3_600_000),
  buyer: row.buyer,
  item_id: row.item_id,
  category: row.category,
  first_reply_seconds: null,
  agent: '',
})

function review(shop: Shop, row: OrderLineRow, index: number, rng: Rng): FeedbackRow {
  const { qualityFault: fault } = shop.incidents
  const paidIndex = shop.dayIndex(row.paid_day ?? row.created_day)
  const faulty =
    row.item_id === fault.item.itemId &&
    fault.from <= paidIndex &&
    paidIndex <= fault.to &&
    rng.next() < fault.complaintShare
  const category = shop.catalogue.categories.findIndex((c) => c.name === row.category)
  const written = writeReview({ category, fault: faulty ? fault : undefined }, rng)
  return {
    ...emptyFeedback(shop, row, index, rng),
    kind: 'review',
    score: written.score,
    positive: written.score >= 4 ? 1 : written.score <= 2 ? 0 : null,
    text: written.text,
    channel: row.channel,
  }
}

function survey(shop: Shop, row: OrderLineRow, index: number, rng: Rng): FeedbackRow {
  const score = Math.min(10, Math.max(0, Math.round(8.7 + 1.6 * rng.normal() - (row.refund_cents > 0 ? 3 : 0))))
  return { ...emptyFeedback(shop, row, index, rng), kind: 'nps', score, positive: null, text: '', channel: '短信' }
}

/** What the buyer of a paid order will say in the days to come. */
export function afterSale(shop: Shop, rows: readonly OrderLineRow[], rng: Rng): void {
  for (const row of rows) {
    if (row.paid_day === null) continue
    const paidIndex = shop.dayIndex(row.paid_day)
    const reviewIndex = paidIndex + FIRST_REVIEW_DAY + rng.poisson(4)
    if (rng.next() < REVIEW_RATE) shop.agenda.feedback[reviewIndex]?.push(review(shop, row, reviewIndex, rng))
    const surveyIndex = paidIndex + FIRST_REVIEW_DAY + 2
    if (rng.next() < NPS_RATE) shop.agenda.feedback[surveyIndex]?.push(survey(shop, row, surveyIndex, rng))
  }
}
