import { campaignDayLabel, campaignDaysBetween, type DayRange, type OccasionRule } from '@zhanggui/calendar'
import { addDays, type BusinessDay, daysBetween, parseDay } from '@zhanggui/kernel'
import { needsInstant, type TimeGrain } from './time-grain.ts'

/** One step on the time axis: its label in answers and the business days it covers (half-open, not cut to the range). */
export type Period = { label: string; from: BusinessDay; to: BusinessDay; days?: readonly BusinessDay[] }

const MONDAY = parseDay('2024-01-01')
const monday = (day: BusinessDay): BusinessDay => addDays(day, -(((daysBetween(MONDAY, day) % 7) + 7) % 7))

const monthsLater = (month: string, months: number): BusinessDay => {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months
  return parseDay(`${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01`)
}

const quarterOf = (day: string): number => Math.ceil(Number(day.slice(5, 7)) / 3)

type CalendarGrain = 'day' | 'week' | 'month' | 'quarter' | 'year'

/** The period of a calendar grain that holds a day. */
function periodOf(grain: CalendarGrain, day: BusinessDay): Period {
  switch (grain) {
    case 'day':
      return { label: day, from: day, to: addDays(day, 1) }
    case 'week': {
      const from = monday(day)
      return { label: from, from, to: addDays(from, 7) }
    }
    case 'month':
      return { label: day.slice(0, 7), from: monthsLater(day, 0), to: monthsLater(day, 1) }
    case 'quarter': {
      const from = monthsLater(`${day.slice(0, 4)}-01`, (quarterOf(day) - 1) * 3)
      return { label: `${day.slice(0, 4)}-Q${quarterOf(day)}`, from, to: monthsLater(from, 3) }
    }
    case 'year':
      return {
        label: day.slice(0, 4),
        from: monthsLater(`${day.slice(0, 4)}-01`, 0),
        to: monthsLater(`${day.slice(0, 4)}-01`, 12),
      }
  }
}

function calendarPeriods(grain: CalendarGrain, { from, to }: DayRange): Period[] {
  const periods: Period[] = []
  for (let day = from; day < to; ) {
    const period = periodOf(grain, day)
    periods.push(period)
    day = period.to
  }
  return periods
}

const two = (n: number): string => String(n).padStart(2, '0')

function clockPeriods(grain: 'hour' | 'minute', range: DayRange): Period[] {
  const steps = grain === 'hour' ? 24 : 1440
  const time = (i: number): string => (grain === 'hour' ? two(i) : `${two(Math.floor(i / 60))}:${two(i % 60)}`)
  return calendarPeriods('day', range).flatMap(({ from, to }) =>
    Array.from({ length: steps }, (_, i) => ({ label: `${from}T${time(i)}`, from, to })),
  )
}

function campaignPeriods({ from, to }: DayRange, occasions?: readonly OccasionRule[]): Period[] {
  const byOffset = new Map<number, BusinessDay[]>()
  for (const { offset, day } of campaignDaysBetween(from, to, occasions)) {
    const days = byOffset.get(offset)
    if (days) days.push(day)
    else byOffset.set(offset, [day])
  }
  return [...byOffset]
    .sort(([a], [b]) => a - b)
    .map(([offset, days]) => ({ label: campaignDayLabel(offset), from: days[0] ?? from, to, days }))
}

/** Every period of a range, in order. Campaign days of several occasions share a label; only they ask for `occasions`. */
export function periodsBetween(grain: TimeGrain, range: DayRange, occasions?: readonly OccasionRule[]): Period[] {
  if (grain === 'campaignDay') return campaignPeriods(range, occasions)
  if (grain === 'hour' || grain === 'minute') return clockPeriods(grain, range)
  return calendarPeriods(grain, range)
}

/** How many periods a range has, without making them: a year of minutes is refused before it fills the memory. */
export function countPeriods(grain: TimeGrain, { from, to }: DayRange): number {
  const days = daysBetween(from, to)
  return needsInstant(grain) ? days * (grain === 'hour' ? 24 : 1440) : days
}

/** A range of the shop's days that a period covers. */
export const wholeRange = ({ from, to }: DayRange): Period => ({ label: '', from, to })

/**
 * The label of a period as SQL gives it: the first day of a calendar period, the number of the wall-clock hour or minute
 * since 1970, or the offset of a campaign day.
 */
export function periodLabel(grain: TimeGrain, value: string | number): string {
  if (grain === 'campaignDay') return campaignDayLabel(Number(value))
  if (grain === 'hour') return new Date(Number(value) * 3_600_000).toISOString().slice(0, 13)
  if (grain === 'minute') return new Date(Number(value) * 60_000).toISOString().slice(0, 16)
  return periodOf(grain, parseDay(String(value))).label
}
