import { type HolidayOverride, holidayOverrides, isWeekend, statutoryDay, weekdayOf } from '@zhanggui/calendar'
import type { BusinessDay } from '@zhanggui/kernel'

/**
 * A stretch of a day in minutes after its midnight, half-open, as clocks on the wall show it. `to` may lie past 24 hours:
 * a night shift from 22:00 to 06:00 is `{ from: 1320, to: 1800 }` and belongs to the day on which it begins.
 */
export type DaySpan = { from: number; to: number }

export type DaySpans = readonly DaySpan[]

/** From `from` to `through`, both closed all day: a stock-take, the team's outing. */
export type Closure = { from: BusinessDay; through: BusinessDay; name: string }

/**
 * When a team works. Plain data, so that a clock keeps the hours it was promised under.
 * A closure wins over everything; then the statutory calendar, where the shop's own table (`overrides`) wins over the
 * State Council's notice; then the week.
 */
export type ServiceHours = {
  /** IANA name; the wall whose clocks are meant. */
  timeZone: string
  /** Monday first; a day without spans is closed, several spans leave a lunch break between them. */
  week: readonly [DaySpans, DaySpans, DaySpans, DaySpans, DaySpans, DaySpans, DaySpans]
  /** What is worked on statutory holidays; `asUsual` for a team that does not know them. */
  holiday: DaySpans | 'asUsual'
  /** What is worked on a weekend day in lieu of a holiday (调休). */
  makeUpDay: DaySpans | 'asUsual'
  closures: readonly Closure[]
  overrides: readonly HolidayOverride[]
}

/** Which spans a day of the calendar has, on the wall of the team. */
export type SpansOfDay = (day: BusinessDay) => DaySpans

/** Prepares the look-up: closures and stated days are found once, not for each day. */
export function spansOfDay(hours: ServiceHours): SpansOfDay {
  const overrides = holidayOverrides(hours.overrides)
  const usual = (day: BusinessDay): DaySpans => hours.week[weekdayOf(day) - 1] ?? []
  return (day) => {
    if (hours.closures.some(({ from, through }) => from <= day && day <= through)) return []
    const { kind } = statutoryDay(day, overrides)
    if (kind === 'holiday') return hours.holiday === 'asUsual' ? usual(day) : hours.holiday
    // A stated ordinary workday on a weekend is worked in lieu as well.
    const inLieu = kind === 'makeUpWorkday' || (kind === 'workday' && isWeekend(day))
    return inLieu && hours.makeUpDay !== 'asUsual' ? hours.makeUpDay : usual(day)
  }
}
