export {
  addMonths,
  addYears,
  campaignAlignedRange,
  type DayRange,
  lastYearRange,
  lunarAlignedRange,
  previousRange,
} from './aligned-range.ts'
export {
  type CampaignDay,
  campaignDay,
  campaignDayLabel,
  campaignDaysBetween,
  isPromoDay,
  promoDaysBetween,
} from './campaign-day.ts'
export { dayOfLunar, type LunarDate, lunarDateOf, springFestival } from './lunar-date.ts'
export {
  LUNAR_FESTIVALS,
  type LunarFestivalId,
  lunarFestivalDay,
  lunarYearBefore,
  nearestLunarFestival,
} from './lunar-festivals.ts'
export {
  type Occasion,
  type OccasionAnchor,
  type OccasionRule,
  PHASES,
  type Phase,
  type PhaseSpan,
  type RulePack,
} from './occasions/occasion.ts'
export { occasionInYear, occasionsBetween } from './occasions/occasions-between.ts'
export { TMALL_OCCASIONS } from './occasions/tmall-occasions.ts'
export { hasHolidayNotice, lastHolidayYear, type StatutoryDay, statutoryDay } from './statutory-day.ts'
