import type { DayRange } from '@zhanggui/calendar'
import { addDays, type BusinessDay } from '@zhanggui/kernel'
import { periodsBetween } from '@zhanggui/metrics'

/**
 * A range in stretches: a new one begins with each month, and on each of the `also` days. Days of the past are asked once and
 * remembered, so what still changes is cut off them. Shape: in order; together they are the range.
 */
export function cutRange(range: DayRange, also: readonly (BusinessDay | null)[] = []): DayRange[] {
  const months = periodsBetween('month', range).map((month) => month.from)
  const cuts = [...months, ...also].filter((day) => day !== null && range.from < day && day < range.to)
  const starts = [range.from, ...[...new Set(cuts)].filter((day) => day !== null).sort()]
  return starts.map((from, i) => ({ from, to: starts[i + 1] ?? range.to }))
}

const inOrder = (a: BusinessDay, b: BusinessDay): [BusinessDay, BusinessDay] => (a < b ? [a, b] : [b, a])

/** The days of a period that lie in a range; the two have a day in common. */
export const daysWithin = (period: DayRange, range: DayRange): DayRange => ({
  from: inOrder(period.from, range.from)[1],
  to: inOrder(period.to, range.to)[0],
})

/** The last day of a range, where it may end before midnight. */
export const lastDayOf = ({ to }: DayRange): BusinessDay => addDays(to, -1)
