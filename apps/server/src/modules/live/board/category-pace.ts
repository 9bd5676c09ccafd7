import type { Store } from '@zhanggui/contract'
import { addDays } from '@zhanggui/kernel'
import { groupPaces, shareAt } from '@zhanggui/live'
import type { Context } from '../../../context.ts'
import { askMetrics } from './ask-metrics.ts'
import { type BoardClock, boardClock } from './board-clock.ts'
import { boardSource } from './board-source.ts'
import { basisOf } from './day-basis.ts'
import type { Subject } from './subject.ts'

/** Days that a category's usual share of the shop is taken of. */
const SHARE_DAYS = 28

async function paidByCategory(
  context: Context,
  subject: Subject,
  range: { from: BoardClock['day']; to: BoardClock['day'] },
): Promise<Map<string, number>> {
  const { rows } = await askMetrics(context, subject, { metrics: ['paid'], by: ['category'], range })
  return new Map(rows.map((row) => [String(row.category ?? ''), Number(row.paid ?? 0)]))
}

/**
 * How each category keeps pace today: what it sold so far over what is expected of it by now, its usual share of the day's target
 * (or of the day this one runs against) by the usual course of the day. Shape: only categories that usually sell; empty where
 * nothing is expected of the day or nothing is known of its course.
 */
export async function readCategoryPaces(context: Context, store: Store, now: Date): Promise<Map<string, number>> {
  const source = boardSource(context, store)
  const clock = boardClock(store.timezone, { now })
  const subject = await source.subject()
  const [events, ordered] = await Promise.all([source.events(clock), source.paidMinutes(subject, clock.day)])
  const about = { day: clock.day, basis: basisOf(ordered, events) ?? ('orders' as const) }
  const curve = await source.usual(subject, about)
  const target = await source.target(subject, clock.day)
  const expected = target?.cents ?? (await source.compared(subject, about))?.totalCents ?? 0
  if (!curve || expected <= 0) return new Map()
  const [soFar, usual] = await Promise.all([
    paidByCategory(context, subject, { from: clock.day, to: addDays(clock.day, 1) }),
    paidByCategory(context, subject, { from: addDays(clock.day, -SHARE_DAYS), to: clock.day }),
  ])
  return groupPaces({ soFar, usual, expectedByNow: expected * shareAt(curve, clock.minute) })
}
