import type { DailyBase, Store } from '@zhanggui/contract'
import { baseGrowth, type SalesDay } from '@zhanggui/goals'
import { type BusinessDay, parseDay, periodDays, periodOf, ratio } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { runQuery } from '../../insight/run-query.ts'
import { lastYear } from '../goals/last-year.ts'
import { dayAsked, judgedAsOf } from '../goals/read-attainment.ts'

/** The base may not shrink (P2.18). */
const GROWTH_MIN = 0

const weekdayOf = (day: string): number => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1

/** Days before `asOf` with what was paid, and whether a promotion moved them; the month before the first comes along. */
async function salesDays(context: Context, store: Store, asOf: BusinessDay): Promise<SalesDay[]> {
  const from = periodDays(lastYear(periodOf('month', asOf))).from
  const question = { metrics: ['paid'], from, to: asOf, limit: 100_000 }
  const [days, moved] = await Promise.all([
    runQuery(context, store, { ...question, by: ['day'], fillGaps: true }),
    runQuery(context, store, { ...question, by: ['day', 'promoPeriod'] }),
  ])
  const promo = new Set(moved.rows.flatMap((r) => (r.promoPeriod === 'promotion' ? [String(r.day)] : [])))
  return days.rows.flatMap((row) => {
    const day = String(row.day)
    return typeof row.paid === 'number'
      ? [{ day, value: row.paid, promo: promo.has(day), weekday: weekdayOf(day) }]
      : []
  })
}

/** Growth of a month as a whole on the month before, by its daily mean, so that February is no shorter. */
function wholeGrowth(days: readonly SalesDay[]): Map<string, number | null> {
  const months = [...Map.groupBy(days, (d) => d.day.slice(0, 7))]
  const means = months.map(([month, of]): [string, number] => [month, of.reduce((s, d) => s + d.value, 0) / of.length])
  return new Map(
    means.map(([month, mean], i) => {
      const change = ratio(mean, means[i - 1]?.[1] ?? null)
      return [month, change === null ? null : change - 1]
    }),
  )
}

/**
 * The daily base of the last thirteen months: what an ordinary day sells, month on month, promotions taken out before judging
 * (P2.18). Errors: `invalid_request` for a day that does not exist.
 */
export async function readDailyBase(
  context: Context,
  store: Store,
  { asOf: asked }: { asOf?: string | undefined },
): Promise<DailyBase> {
  const { asOf } = await judgedAsOf(context, store, dayAsked(asked))
  const days = await salesDays(context, store, parseDay(asOf))
  const whole = wholeGrowth(days)
  const promoDays = Map.groupBy(
    days.filter((d) => d.promo),
    (d) => d.day.slice(0, 7),
  )
  const months = baseGrowth(days).map((month) => {
    const all = whole.get(month.month) ?? null
    const falling = month.growth === null ? null : month.growth < GROWTH_MIN
    return {
      ...month,
      promoDays: promoDays.get(month.month)?.length ?? 0,
      wholeGrowth: all,
      falling,
      masked: falling === true && all !== null && all >= GROWTH_MIN,
    }
  })
  return { asOf, goal: GROWTH_MIN, months }
}
