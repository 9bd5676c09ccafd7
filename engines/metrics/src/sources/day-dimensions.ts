import type { SourceDimension } from '../measure.ts'

/** The dimensions that every source with a business day has; the days themselves come bound, from the calendar. */
export const dayDimensions = (day: string): Record<'promoPeriod' | 'occasion' | 'weekday', SourceDimension> => ({
  promoPeriod: { sql: `if(has({promoDays:Array(Date)}, ${day}), 'promotion', 'ordinary')` },
  occasion: { sql: `transform(${day}, {campaignDays:Array(Date)}, {campaignOccasions:Array(String)}, '')` },
  weekday: { sql: `toString(toDayOfWeek(${day}))` },
})
