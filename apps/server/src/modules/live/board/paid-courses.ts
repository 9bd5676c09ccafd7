import type { DayRange } from '@zhanggui/calendar'
import type { LiveBasis } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { askMetrics } from './ask-metrics.ts'
import type { Subject } from './subject.ts'

/** Paid amount by minute of the day: 1,440 values for each day that has any. */
export type PaidCourses = Map<string, number[]>

/** By the pay events of tracking, which the minute sums hold. */
const TRACKED = `SELECT
  toString(day) AS paid_day,
  intDiv(toUnixTimestamp(toStartOfMinute(at)) + timeZoneOffset(toDateTime(toStartOfMinute(at), {zone:String})), 60) % 1440 AS minute,
  sum(amount_cents) AS cents
FROM events
WHERE store = {store:String} AND day >= {from:Date} AND day < {to:Date} AND type = 'pay'
GROUP BY paid_day, minute`

async function trackedCells(context: Context, { store }: Subject, range: DayRange) {
  const params = { store: store.id, zone: store.timezone, ...range }
  const rows = await context.facts.query<{ paid_day: string; minute: number; cents: number }>(TRACKED, params)
  return rows.map((r) => ({ day: r.paid_day, minute: r.minute, cents: r.cents }))
}

async function orderedCells(context: Context, subject: Subject, range: DayRange) {
  const { rows } = await askMetrics(context, subject, { metrics: ['paid'], by: ['minute'], range })
  return rows.map((row) => {
    const label = String(row.minute)
    return {
      day: label.slice(0, 10),
      minute: Number(label.slice(11, 13)) * 60 + Number(label.slice(14, 16)),
      cents: typeof row.paid === 'number' ? row.paid : 0,
    }
  })
}

/** What each minute of some days brought, on the basis that the running day is counted by. */
export async function readPaidCourses(
  context: Context,
  subject: Subject,
  { basis, range }: { basis: LiveBasis; range: DayRange },
): Promise<PaidCourses> {
  const cells =
    basis === 'events' ? await trackedCells(context, subject, range) : await orderedCells(context, subject, range)
  const courses: PaidCourses = new Map()
  for (const { day, minute, cents } of cells) {
    const course = courses.get(day) ?? new Array<number>(1440).fill(0)
    course[minute] = (course[minute] ?? 0) + cents
    courses.set(day, course)
  }
  return courses
}
