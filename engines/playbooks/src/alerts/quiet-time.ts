import { type Severity, severityRank } from './severity.ts'

/** A time of the shop: its day of the week (Monday 1 … Sunday 7) and the minute of the day. */
export type LocalTime = { weekday: number; minuteOfDay: number }

/**
 * A stretch that comes back every week. `hold`: messages wait for its end (nights, weekends, lunch); `drop`: nothing is sent
 * for what happens in it (planned maintenance). Incidents are recorded either way.
 */
export type QuietTime = {
  id: string
  /** Days on which it begins; Monday 1 … Sunday 7. */
  weekdays: readonly number[]
  /** Minute of the day, counted; `to` not counted. An end before the begin is on the next day. */
  from: number
  to: number
  effect: 'hold' | 'drop'
  /** From this severity on messages go out all the same; null lets none through. */
  exceptFrom: Severity | null
  /** Only for these rules; empty for all. */
  rules: readonly string[]
}

const DAY_MINUTES = 1440
const WEEK_MINUTES = 7 * DAY_MINUTES

const lengthOf = ({ from, to }: QuietTime): number => (to > from ? to - from : DAY_MINUTES - from + to)

/** Minutes until the stretch that holds `time` ends; null outside of it. */
export function minutesLeft(quiet: QuietTime, { weekday, minuteOfDay }: LocalTime): number | null {
  const now = (weekday - 1) * DAY_MINUTES + minuteOfDay
  const length = lengthOf(quiet)
  for (const day of quiet.weekdays) {
    const since = (now - ((day - 1) * DAY_MINUTES + quiet.from) + WEEK_MINUTES) % WEEK_MINUTES
    if (since < length) return length - since
  }
  return null
}

export type SendTime = { send: true } | { send: false; drop: boolean; againInMinutes: number | null; quiet: string }

const touches = (quiet: QuietTime, asked: { severity: Severity; rules: readonly string[] }): boolean =>
  (quiet.exceptFrom === null || severityRank(asked.severity) < severityRank(quiet.exceptFrom)) &&
  (quiet.rules.length === 0 || asked.rules.every((rule) => quiet.rules.includes(rule)))

/**
 * Whether a message may go out at this time of the shop. Where several stretches hold it, the last to end decides; a
 * maintenance window that drops it wins over one that only holds it.
 */
export function sendTime(
  quietTimes: readonly QuietTime[],
  time: LocalTime,
  asked: { severity: Severity; rules: readonly string[] },
): SendTime {
  const holding = quietTimes
    .filter((quiet) => touches(quiet, asked))
    .flatMap((quiet) => {
      const left = minutesLeft(quiet, time)
      return left === null ? [] : [{ quiet, left }]
    })
  const dropping = holding.find(({ quiet }) => quiet.effect === 'drop')
  if (dropping) return { send: false, drop: true, againInMinutes: null, quiet: dropping.quiet.id }
  const last = holding.toSorted((a, b) => b.left - a.left)[0]
  return last ? { send: false, drop: false, againInMinutes: last.left, quiet: last.quiet.id } : { send: true }
}
