import { addYears, type DayRange } from '@zhanggui/calendar'
import { addDays, type BusinessDay, daysBetween } from '@zhanggui/kernel'
import { type Comparison, pairPeriods, WEEKS_OF_A_YEAR } from './compare-range.ts'
import { type Period, periodsBetween } from './period.ts'
import type { TimeGrain } from './time-grain.ts'

/** The day that is not over yet, and how far its data reaches on the shop's clock (`HH:MM:SS`). */
export type RunningDay = { day: BusinessDay; clock: string }

/** Days of the range compared with; `until` ends the last of them at a time of day. */
export type ComparedStretch = { range: DayRange; until: string | null }

/**
 * What is over of a range that is not over itself, and what it is compared with: 22 days of November beside the first 22 of
 * October. `period` is what the last period begun is compared with; null when that period is over.
 */
export type Elapsed = { range: DayRange; compared: ComparedStretch; period: ComparedStretch | null }

/** From here on a part of a day more or less is below what a reader would call a change: 1/28 is 3.6 %. */
export const DAYS_THAT_OUTWEIGH_TODAY = 28

export type ElapsedQuestion = { comparison: Comparison; grain: TimeGrain | null; range: DayRange; compared: DayRange }

const later = (a: BusinessDay, b: BusinessDay): BusinessDay => (a > b ? a : b)
const earlier = (a: BusinessDay, b: BusinessDay): BusinessDay => (a < b ? a : b)

/** As many days of the partner of the last period begun as are over of that period. */
function besideLastPeriod(question: ElapsedQuestion, end: BusinessDay): DayRange | null {
  const { grain, range, compared } = question
  if (grain === null || grain === 'campaignDay') return null
  const last = periodsBetween(grain, range).findLast((p) => p.from < end)
  const pair = pairPeriods({ ...question, grain })
  const partner = periodsBetween(grain, compared).find((p) => last && pair(p.label) === last.label)
  if (!last || !partner) return null
  const from = later(partner.from, compared.from)
  const days = daysBetween(later(last.from, range.from), end)
  return { from, to: earlier(earlier(addDays(from, days), partner.to), compared.to) }
}

/** Where the stretch ends that lies beside the days from the start of the range to `end`. */
function endBeside({ comparison, grain, range, compared }: ElapsedQuestion, end: BusinessDay): BusinessDay {
  const sameDate = grain === 'week' ? addDays(end, -WEEKS_OF_A_YEAR) : addYears(end, -1)
  const beside = comparison === 'yoy' ? sameDate : addDays(compared.from, daysBetween(range.from, end))
  return earlier(later(beside, addDays(compared.from, 1)), compared.to)
}

/**
 * What of a comparison is like for like when the range is not over; null when it is over, or has not begun.
 * `lastDay` is the last day with data. Today counts up to its latest fact, as long as the stretch is so short that it shows.
 */
export function elapsedPart(
  question: ElapsedQuestion,
  data: { lastDay: BusinessDay; running: RunningDay | null },
): Elapsed | null {
  const { range, compared } = question
  const end = earlier(addDays(data.lastDay, 1), range.to)
  const running = data.running && addDays(data.running.day, 1) === end ? data.running : null
  if (end <= range.from || (end === range.to && !running)) return null
  const stretch = (days: DayRange): ComparedStretch => ({
    range: days,
    until: running && daysBetween(days.from, days.to) < DAYS_THAT_OUTWEIGH_TODAY ? running.clock : null,
  })
  const beside = besideLastPeriod(question, end)
  const whole = stretch({ from: compared.from, to: beside?.to ?? endBeside(question, end) })
  return {
    range: { from: range.from, to: end },
    compared: whole,
    period: question.grain === 'campaignDay' ? whole : beside && stretch(beside),
  }
}

/** True for a period that has begun and is not over: it is compared over its elapsed part only. */
export function isUnfinished(period: Period, range: DayRange, { range: over, period: part }: Elapsed): boolean {
  const lastDay = addDays(over.to, -1)
  const runs = part?.until != null
  if (period.label.includes('T'))
    return runs && period.from === lastDay && period.label.slice(11) <= String(part?.until).slice(0, 5)
  const days = period.days?.filter((d) => range.from <= d && d < range.to)
  const begun = days ? days.some((d) => d < over.to) : period.from < over.to
  const open = days ? days.some((d) => d >= over.to) : period.to > over.to && over.to < range.to
  const holdsToday = days ? days.includes(lastDay) : period.from <= lastDay && lastDay < period.to
  return begun && (open || (runs && holdsToday))
}
