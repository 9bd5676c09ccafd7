import { campaignDaysBetween, type DayRange, type OccasionRule, promoDaysBetween } from '@zhanggui/calendar'
import type { BusinessDay } from '@zhanggui/kernel'

/** What a query needs to know of the calendar, bound into SQL as arrays. */
export type QueryCalendar = {
  promoDays: readonly BusinessDay[]
  campaignDays: readonly BusinessDay[]
  campaignOffsets: readonly number[]
  campaignOccasions: readonly string[]
}

/** The campaign and promotion days of a range, by the platform's occasions unless the shop's are given. */
export function queryCalendar({ from, to }: DayRange, occasions?: readonly OccasionRule[]): QueryCalendar {
  const campaign = campaignDaysBetween(from, to, occasions)
  return {
    promoDays: promoDaysBetween(from, to, occasions),
    campaignDays: campaign.map((c) => c.day),
    campaignOffsets: campaign.map((c) => c.offset),
    campaignOccasions: campaign.map((c) => c.occasion.id),
  }
}
