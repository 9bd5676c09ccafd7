import type { DayRange } from '@zhanggui/calendar'
import { sameCampaignDay, sellingDays, standingOn } from '@zhanggui/campaigns'
import { addDays, type BusinessDay, daysBetween } from '@zhanggui/kernel'
import type { Subject } from './subject.ts'

/** The days of a campaign on which its goods are sold: burst and closing. */
export type CampaignStretch = {
  range: DayRange
  /** The same days of last year's campaign; null when there was none. */
  lastYear: DayRange | null
}

/** The selling days of the campaign that a day belongs to; null on ordinary days and while it is only being announced. */
export function campaignStretch(day: BusinessDay, { phases }: Pick<Subject, 'phases'>): CampaignStretch | null {
  const standing = standingOn(phases, day)
  const range = standing && sellingDays(standing.windows)
  if (!standing || !range || day < range.from || day >= range.to) return null
  const [from, to] = [range.from, range.to].map((end) => sameCampaignDay(phases, standing, end))
  return { range, lastYear: from && to ? { from, to } : null }
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
