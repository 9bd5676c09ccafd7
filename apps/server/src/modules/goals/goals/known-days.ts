import type { Store } from '@zhanggui/contract'
import { type BusinessDay, businessDayOf, daysBetween, parseDay } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { questionDays } from '../../insight/question-days.ts'

export const earlierDay = (a: BusinessDay, b: BusinessDay): BusinessDay => (daysBetween(a, b) < 0 ? b : a)

/** First day of the shop's sales data and the first day after it that is not over; null without data. */
export async function knownDays(
  context: Context,
  store: Store,
): Promise<{ from: BusinessDay; until: BusinessDay } | null> {
  const range = await questionDays(context, store, { metrics: ['paid'] })
  if (!range) return null
  const today = businessDayOf(context.clock.now(), store.timezone)
  return { from: parseDay(range.from), until: earlierDay(parseDay(range.to), today) }
}
