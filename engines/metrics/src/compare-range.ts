import {
  addYears,
  campaignAlignedRange,
  type DayRange,
  lastYearRange,
  lunarAlignedRange,
  type OccasionRule,
  previousRange,
} from '@zhanggui/calendar'
import { addDays, type BusinessDay, daysBetween, err, isBusinessDay, ok, type Result } from '@zhanggui/kernel'
import { periodsBetween } from './period.ts'
import { type QueryError, queryError } from './query-error.ts'
import { needsInstant, type TimeGrain } from './time-grain.ts'

/** 环比, 同比, 对齐活动日, 对齐农历. */
export const COMPARISONS = ['previous', 'yoy', 'campaignDay', 'lunar'] as const
export type Comparison = (typeof COMPARISONS)[number]

export const WEEKS_OF_A_YEAR = 52 * 7

/** The range to compare with. Weeks go back 52 weeks, so that a week meets a week. */
export function compareRange(
  comparison: Comparison,
  range: DayRange,
  grain: TimeGrain | null,
  occasions?: readonly OccasionRule[],
): Result<DayRange, QueryError> {
  switch (comparison) {
    case 'previous':
      return ok(previousRange(range))
    case 'yoy':
      return ok(
        grain === 'week'
          ? { from: addDays(range.from, -WEEKS_OF_A_YEAR), to: addDays(range.to, -WEEKS_OF_A_YEAR) }
          : lastYearRange(range),
      )
    case 'lunar':
      return ok(lunarAlignedRange(range))
    case 'campaignDay': {
      const aligned = campaignAlignedRange(range, occasions)
      if (aligned) return ok(aligned)
      return err(
        queryError('no_campaign_to_align', { from: range.from, to: range.to }, [
          '所选日期里没有可与去年对齐的活动日；请选含大促的日期，或改用同比。',
          'These days hold no campaign day that last year had too; choose days of a campaign, or compare year on year.',
        ]),
      )
    }
  }
}

/** A day's label moved a year on; 28 February of a common year stays itself, so 29 February has no partner. */
function sameDayNextYear(label: string): string | null {
  const day = label.slice(0, 10)
  return isBusinessDay(day) ? `${addYears(day, 1)}${label.slice(10)}` : null
}

function dayShift(labelDay: BusinessDay, from: BusinessDay, to: BusinessDay): BusinessDay {
  return addDays(to, daysBetween(from, labelDay))
}

/**
 * For each period of the range compared with, the period it stands beside. Campaign days meet the same campaign day, days
 * of a year-on-year comparison the same date, everything else its position in the range.
 */
export function pairPeriods(input: {
  comparison: Comparison
  grain: TimeGrain
  range: DayRange
  compared: DayRange
}): (label: string) => string | null {
  const { comparison, grain, range, compared } = input
  if (grain === 'campaignDay') return (label) => label
  const byDay = grain === 'day' || needsInstant(grain)
  if (byDay && comparison === 'yoy') return sameDayNextYear
  if (byDay)
    return (label) => {
      const day = label.slice(0, 10)
      if (!isBusinessDay(day)) return null
      const partner = dayShift(day, compared.from, range.from)
      return partner < range.to ? `${partner}${label.slice(10)}` : null
    }
  const labels = periodsBetween(grain, range).map((p) => p.label)
  const positions = new Map(periodsBetween(grain, compared).map((p, i) => [p.label, labels[i] ?? null]))
  return (label) => positions.get(label) ?? null
}
