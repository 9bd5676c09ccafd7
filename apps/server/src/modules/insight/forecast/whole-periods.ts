import type { DayRange } from '@zhanggui/calendar'
import { addDays, type BusinessDay, daysBetween, parseDay, periodDays, periodOf } from '@zhanggui/kernel'

export type HistoryGrain = 'day' | 'week' | 'month'

const MONDAY = parseDay('2024-01-01')
const mondayOf = (day: BusinessDay): BusinessDay => addDays(day, -(((daysBetween(MONDAY, day) % 7) + 7) % 7))

/** First day of the period that holds `day`, weeks beginning on Monday. */
const firstDay = (grain: HistoryGrain, day: BusinessDay): BusinessDay => {
  if (grain === 'day') return day
  return grain === 'week' ? mondayOf(day) : periodDays(periodOf('month', day)).from
}

const next = (grain: HistoryGrain, first: BusinessDay): BusinessDay => {
  if (grain === 'month') return periodDays(periodOf('month', first)).to
  return addDays(first, grain === 'week' ? 7 : 1)
}

/**
 * The whole periods inside a range: a month of which nine days are known says nothing about a month.
 * Shape: half-open days from the first to the last whole period; null when there is none.
 */
export function wholePeriods(grain: HistoryGrain, { from, to }: DayRange): DayRange | null {
  const start = firstDay(grain, from)
  const first = start < from ? next(grain, start) : start
  const end = firstDay(grain, to)
  return first < end ? { from: first, to: end } : null
}

/** The label of a period as query answers write it. */
export const periodLabelOf = (grain: HistoryGrain, first: BusinessDay): string =>
  grain === 'month' ? first.slice(0, 7) : first
