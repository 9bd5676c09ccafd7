import { campaignAlignedRange, campaignDay, type DayRange } from '@zhanggui/calendar'
import { addDays, type BusinessDay, daysBetween } from '@zhanggui/kernel'
import type { Subject } from './subject.ts'

/** The days of a campaign on which its goods are sold: burst and closing. */
export type CampaignStretch = {
  range: DayRange
  /** The same days of last year's campaign; null when the calendar has none. */
  lastYear: DayRange | null
}

/** The selling days of the campaign that a day belongs to; null on ordinary days and while it is only being announced. */
export function campaignStretch(day: BusinessDay, { occasions }: Subject): CampaignStretch | null {
  const found = campaignDay(day, occasions)
  const selling = found?.occasion.phases.filter((p) => p.phase !== 'preheat') ?? []
  const [first] = selling
  const last = selling.at(-1)
  if (!first || !last || day < first.from || day >= last.to) return null
  const range = { from: first.from, to: last.to }
  return { range, lastYear: campaignAlignedRange(range, occasions) }
}

/**
 * How much of the stretch's demand is over: by what its days brought last year, else each day the same.
 * `todayShare` is the part of today that is over; `paidByDay` last year's sales of the aligned days.
 */
export function shareOver(
  { range, lastYear }: CampaignStretch,
  day: BusinessDay,
  given: { todayShare: number; paidByDay: ReadonlyMap<string, number> },
): number {
  const count = daysBetween(range.from, range.to)
  const weights = Array.from({ length: count }, (_, i) =>
    lastYear ? (given.paidByDay.get(addDays(lastYear.from, i)) ?? 0) : 1,
  )
  const total = weights.reduce((a, b) => a + b, 0)
  const even = total > 0 ? weights : weights.map(() => 1)
  const today = daysBetween(range.from, day)
  const before = even.slice(0, today).reduce((a, b) => a + b, 0)
  return (before + (even[today] ?? 0) * given.todayShare) / even.reduce((a, b) => a + b, 0)
}
