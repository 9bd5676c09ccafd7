import type { EventRow, FeedbackRow, OrderLineRow } from '../rows.ts'
import type { OpenDay, Shop } from '../shop.ts'
import { arrivalTime } from '../traffic/hours.ts'
import { answerQuestion } from './service-desk.ts'

/** Questions before buying come from visits, after it from orders. */
const QUESTIONS_PER_VIEW = 0.006
const QUESTIONS_PER_LINE = 0.12

/** The day's service sessions. */
export function serviceDay(shop: Shop, today: OpenDay, lines: readonly OrderLineRow[]): FeedbackRow[] {
  const { rng, events } = today
  const views = events.filter((e: EventRow) => e.type === 'view' && e.item_id !== '')
  const ask = (row: { buyer: number; item_id: string; category: string; channel: string }, afterSale: boolean) => {
    const msOfDay = arrivalTime(today.mood, rng)
    const answer = answerQuestion({ mood: today.mood, msOfDay, afterSale }, rng)
    return {
      day: today.mood.day,
      kind: 'service' as const,
      feedback_id: shop.nextFeedbackId(),
      at: today.mood.startMs + msOfDay,
      buyer: row.buyer,
      item_id: row.item_id,
      category: row.category,
      score: answer.score,
      positive: null,
      text: answer.text,
      first_reply_seconds: answer.firstReplySeconds,
      agent: answer.agent,
      channel: '千牛',
    }
  }
  const before = views.length === 0 ? 0 : rng.poisson(views.length * QUESTIONS_PER_VIEW)
  const after = lines.length === 0 ? 0 : rng.poisson(lines.length * QUESTIONS_PER_LINE)
  return [
    ...Array.from({ length: before }, () => {
      const seen = rng.pick(views)
      return ask({ ...seen, buyer: seen.visitor }, false)
    }),
    ...Array.from({ length: after }, () => ask(rng.pick(lines), true)),
  ]
}
