import { addDays, type BusinessDay, daysBetween } from '@zhanggui/kernel'
import type { DayRange } from '../aligned-range.ts'

/** A stretch without any campaign, half-open; `before` and `after` name its neighbours, null at the range's ends. */
export type CalendarGap = {
  from: BusinessDay
  to: BusinessDay
  days: number
  before: string | null
  after: string | null
}

type Busy = { id: string; from: BusinessDay; to: BusinessDay }

/** Source: D1 (品类日、主题营销 fill the gaps between promotions); three weeks without an occasion is our default. */
export const GAP_DAYS_MIN = 21

/**
 * Stretches of at least `daysMin` days between what is planned. Pre-heat, burst and closing all count as planned.
 * Shape: in time order; nothing outside `range`.
 */
export function findGaps(
  range: DayRange,
  busy: readonly Busy[],
  { daysMin = GAP_DAYS_MIN }: { daysMin?: number } = {},
): CalendarGap[] {
  const gaps: CalendarGap[] = []
  let free = range.from
  let before: string | null = null
  const note = (to: BusinessDay, after: string | null): void => {
    if (daysBetween(free, to) >= daysMin) gaps.push({ from: free, to, days: daysBetween(free, to), before, after })
  }
  const inside = busy.filter(({ from, to }) => from < range.to && to > range.from)
  for (const { id, from, to } of inside.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    if (from > free) note(from, id)
    if (to > free) [free, before] = [to, id]
  }
  if (free < range.to) note(range.to, null)
  return gaps
}

/** The middle day of a gap, the earlier of two. */
export const middleOf = ({ from, to }: DayRange): BusinessDay =>
  addDays(from, Math.floor((daysBetween(from, to) - 1) / 2))
