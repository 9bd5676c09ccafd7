import { addDays, type BusinessDay, parseDay } from '@zhanggui/kernel'
import type { DayRange } from './aligned-range.ts'
import { type HolidayDataEnds, holidayDataEnds } from './holiday-data-ends.ts'
import { lunarFestivalsBetween } from './lunar-festivals.ts'
import { lunarLabel } from './lunar-label.ts'
import { observancesBetween } from './observances.ts'
import type { Occasion, OccasionRule } from './occasions/occasion.ts'
import { occasionsBetween } from './occasions/occasions-between.ts'
import { solarTermsBetween } from './solar-terms.ts'
import { type HolidayOverrides, type StatutoryDay, statutoryDay } from './statutory-day.ts'

/** A day that has a name, and where the name comes from. */
export type NamedDay = {
  day: BusinessDay
  nameZh: string
  nameEn: string
  source: 'lunar' | 'solarTerm' | 'observance'
}

/** A day as a wall calendar shows it. */
export type CalendarDay = { day: BusinessDay; lunar: string } & StatutoryDay

export type CalendarYear = {
  year: number
  range: DayRange
  days: CalendarDay[]
  named: NamedDay[]
  /** Every occasion with at least one day in the year, those that begin in the December before included. */
  occasions: Occasion[]
  warnings: HolidayDataEnds[]
}

function namedDays({ from, to }: DayRange): NamedDay[] {
  const named = [
    ...lunarFestivalsBetween(from, to).map((d) => ({ ...d, source: 'lunar' as const })),
    ...observancesBetween(from, to).map((d) => ({ ...d, source: 'observance' as const })),
    ...solarTermsBetween(from, to).map((d) => ({ ...d, source: 'solarTerm' as const })),
  ]
  return named
    .map(({ day, nameZh, nameEn, source }) => ({ day, nameZh, nameEn, source }))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

/** Everything that a year's calendar shows before a plan is laid on it. */
export function calendarYear(
  year: number,
  { rules, overrides }: { rules?: readonly OccasionRule[]; overrides?: HolidayOverrides } = {},
): CalendarYear {
  const range = { from: parseDay(`${year}-01-01`), to: parseDay(`${year + 1}-01-01`) }
  const days: CalendarDay[] = []
  for (let day = range.from; day < range.to; day = addDays(day, 1))
    days.push({ day, lunar: lunarLabel(day), ...statutoryDay(day, overrides) })
  return {
    year,
    range,
    days,
    named: namedDays(range),
    occasions: occasionsBetween(range.from, range.to, rules),
    warnings: holidayDataEnds(range, overrides),
  }
}
