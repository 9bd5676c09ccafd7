/** What a day of a table's range looks like: rows arrived, none arrived, outside the range, or not told. */
export type DayState = 'rows' | 'missing' | 'outside' | 'unknown'

export type CalendarDay = { day: string; state: DayState }

/** One month as weeks from Monday; `leading` blank cells come before the first. */
export type CalendarMonth = { month: string; leading: number; days: CalendarDay[] }

export type GapRange = { from: string; to: string; days: number }

/** The report lists at most this many missing days; what comes after the last one is then not known. */
export const MISSING_DAYS_LISTED_MAX = 400

const DAY_MS = 86_400_000
const toTime = (day: string) => Date.parse(`${day}T00:00:00Z`)
const toDay = (time: number) => new Date(time).toISOString().slice(0, 10)

/**
 * Missing days as stretches, for a sentence a person can read out.
 * Shape: in order, both ends inside the gap. Unit: days. Errors: none; an empty list gives no ranges.
 * @example gapRanges(['2020-02-08', '2020-02-09', '2020-02-16']) // 8–9 Feb (2 days), 16 Feb (1 day)
 */
export function gapRanges(missingDays: readonly string[]): GapRange[] {
  const ranges: GapRange[] = []
  for (const day of [...missingDays].sort()) {
    const last = ranges.at(-1)
    if (last && toTime(day) - toTime(last.to) === DAY_MS) {
      last.to = day
      last.days += 1
    } else ranges.push({ from: day, to: day, days: 1 })
  }
  return ranges
}

/**
 * The range of a table as month blocks of days.
 * Shape: every month touched by `[from, to]`, both inside; days before and after are `outside`.
 * Days after the last listed gap are `unknown` when the list was cut at its limit: absence of a gap is then no evidence.
 */
export function gapCalendar(range: { from: string; to: string; missingDays: readonly string[] }): CalendarMonth[] {
  const missing = new Set(range.missingDays)
  const lastKnown = range.missingDays.length >= MISSING_DAYS_LISTED_MAX ? [...missing].sort().at(-1) : undefined
  const stateOf = (day: string): DayState => {
    if (day < range.from || day > range.to) return 'outside'
    if (missing.has(day)) return 'missing'
    return lastKnown !== undefined && day > lastKnown ? 'unknown' : 'rows'
  }
  return monthsBetween(range.from, range.to).map((month) => ({
    month,
    leading: (new Date(toTime(`${month}-01`)).getUTCDay() + 6) % 7,
    days: daysOfMonth(month).map((day) => ({ day, state: stateOf(day) })),
  }))
}

function monthsBetween(from: string, to: string): string[] {
  const months: string[] = []
  let cursor = from.slice(0, 7)
  while (cursor <= to.slice(0, 7)) {
    months.push(cursor)
    cursor = toDay(toTime(`${cursor}-01`) + 32 * DAY_MS).slice(0, 7)
  }
  return months
}

function daysOfMonth(month: string): string[] {
  const days: string[] = []
  for (let time = toTime(`${month}-01`); toDay(time).startsWith(month); time += DAY_MS) days.push(toDay(time))
  return days
}
