import { campaignDaysBetween, type DayRange, promoDaysBetween } from '@zhanggui/calendar'
import type { BusinessDay } from '@zhanggui/kernel'

/** What a query needs to know of the calendar, bound into SQL as arrays. */
export type QueryCalendar = {
  promoDays: readonly BusinessDay[]
  campaignDays: readonly BusinessDay[]
  campaignOffsets: readonly number[]
  campaignOccasions: readonly string[]
}

/** The campaign and promotion days of a range. */
export function queryCalendar({ from, to }: DayRange): QueryCalendar {
  const campaign = campaignDaysBetween(from, to)
  return {
    promoDays: promoDaysBetween(from, to),
    campaignDays: campaign.map((c) => c.day),
    campaignOffsets: campaign.map((c) => c.offset),
    campaignOccasions: campaign.map((c) => c.occasion.id),
  }
}
