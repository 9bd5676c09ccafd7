export {
  addMonths,
  addYears,
  campaignAlignedRange,
  type DayRange,
  lastYearRange,
  lunarAlignedRange,
  previousRange,
} from './aligned-range.ts'
export { type CalendarDay, type CalendarYear, calendarYear, type NamedDay } from './calendar-year.ts'
export {
  type CampaignDay,
  campaignDay,
  campaignDayLabel,
  campaignDaysBetween,
  isPromoDay,
  promoDaysBetween,
} from './campaign-day.ts'
export { compareDays, earlierDay, laterDay } from './day-order.ts'
export { type HolidayDataEnds, holidayDataEnds } from './holiday-data-ends.ts'
export { type CalendarEntry, ENTRY_SOURCES, type EntrySource } from './ical/calendar-entry.ts'
export { EVENTS_MAX, type ICalContent, type ICalProblem, type ReadEntry, readICalendar } from './ical/read-ical.ts'
export { instantOfWallTime } from './ical/wall-time.ts'
export { writeICalendar } from './ical/write-ical.ts'
export { dayOfLunar, type LunarDate, lunarDateOf, springFestival } from './lunar-date.ts'
export {
  LUNAR_FESTIVALS,
  type LunarFestival,
  type LunarFestivalId,
  lunarFestivalDay,
  lunarFestivalsBetween,
  lunarYearBefore,
  nearestLunarFestival,
} from './lunar-festivals.ts'
export { lunarLabel } from './lunar-label.ts'
export { OBSERVANCES, type Observance, observancesBetween } from './observances.ts'
export { ANNIVERSARY_PHASES, anniversaryNumber, anniversaryRule } from './occasions/anniversary.ts'
export { findOccasionByName } from './occasions/find-by-name.ts'
export {
  OCCASION_KINDS,
  type Occasion,
  type OccasionAnchor,
  type OccasionKind,
  type OccasionRule,
  PHASES,
  type Phase,
  type PhaseSpan,
  type RulePack,
} from './occasions/occasion.ts'
export { occasionInYear, occasionsBetween } from './occasions/occasions-between.ts'
export { RECURRENCES, type Recurrence, type ShopOccasion, shopRules } from './occasions/shop-occasions.ts'
export { TMALL_OCCASIONS } from './occasions/tmall-occasions.ts'
export { type BackPlannedTask, backPlan } from './planning/back-plan.ts'
export { type EventConflict, eventConflicts } from './planning/conflicts.ts'
export { criticalPath, type NetworkError, type NetworkPlace, type NetworkTask } from './planning/critical-path.ts'
export { type CalendarGap, findGaps, GAP_DAYS_MIN } from './planning/find-gaps.ts'
export { DIP_DEFAULTS, type ForecastDay, type ForecastDip, forecastDips } from './planning/forecast-dips.ts'
export { type GanttEvent, type GanttRow, type GanttTask, ganttRows } from './planning/gantt.ts'
export { type LateLead, lateLeads } from './planning/late-leads.ts'
export { type CampaignSize, campaignSize, LEAD_TIMES, type LeadTime } from './planning/lead-times.ts'
export { type EventProposal, type ProposalOptions, proposeEvents } from './planning/propose-events.ts'
export type { Side, Team } from './planning/team.ts'
export { checkQuarters, correctQuarters, type FiledEvent, type QuarterCorrection } from './quarter-check.ts'
export { SOLAR_TERMS, type SolarTerm, type SolarTermId, solarTermDay, solarTermsBetween } from './solar-terms.ts'
export {
  type HolidayOverride,
  type HolidayOverrides,
  hasHolidayNotice,
  holidayOverrides,
  isHolidayYearKnown,
  lastHolidayYear,
  type StatutoryDay,
  statutoryDay,
} from './statutory-day.ts'
export { type StatutoryFestival, statutoryFestivals } from './statutory-festivals.ts'
export {
  type InstantiateOptions,
  instantiateTemplate,
  type TemplateInstance,
} from './templates/instantiate-template.ts'
export type { DraftEvent } from './templates/place-template-events.ts'
export type { DraftTask } from './templates/place-template-tasks.ts'
export type { PlanTemplate, TemplateEvent, TemplateFigure, TemplateTask } from './templates/plan-template.ts'
export { TEMPLATES } from './templates/template-library.ts'
export { templatePeriod, templateSpan } from './templates/template-period.ts'
export {
  ANNIVERSARY_BLOCKS,
  type BlockId,
  BUILDING_BLOCKS,
  type DatedBlock,
  OCCASION_BLOCKS,
  placeBlocks,
} from './themes/building-blocks.ts'
export { proposeProducts, SEASON_INDEX_MIN, type Seasonality, type ThemeProposal } from './themes/propose-products.ts'
export type { CategoryNeed, Mechanic, Theme } from './themes/theme.ts'
export { THEMES, themeSpan, themesOn } from './themes/theme-library.ts'
export { isWeekend, nthWeekday, type Weekday, weekdayOf } from './weekday.ts'
export {
  countWorkdays,
  isWorkday,
  workdayOnOrAfter,
  workdayOnOrBefore,
  workdaysAfter,
  workdaysBefore,
} from './workdays.ts'
