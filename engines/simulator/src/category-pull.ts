import type { DayMood } from './calendar/day-mood.ts'
import type { Category } from './catalogue/build-catalogue.ts'

/** How much of the day's interest a category draws: its share, its season, and the New Year shopping. */
export function categoryPull(category: Category, mood: DayMood): number {
  const season = 1 + category.seasonHeight * Math.cos(2 * Math.PI * (mood.yearShare - category.seasonPeak))
  const newYear = mood.campaign.endsWith('-newYearGoods') ? category.newYearPull : 1
  return category.interest * season * newYear
}
