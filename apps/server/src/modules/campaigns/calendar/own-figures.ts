import { addMonths, type ForecastDay, type OccasionRule, type Seasonality } from '@zhanggui/calendar'
import type { Store } from '@zhanggui/contract'
import { seasonalShape } from '@zhanggui/forecast'
import { addDays, parseDay } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { runQuery } from '../../insight/run-query.ts'

/** Below a year every month is its own mean, and nothing is in season. */
const MONTHS_MIN = 12
/** A year of days, less what a sloppy export misses. */
const DAYS_MIN = 350
/** What was sold longer ago than this says little about when a year dips. */
const YEARS_AHEAD_MAX = 3

/** How strongly each category sells in each month, from the shop's own paid sales; empty with less than a year of them. */
export async function readSeasonality(context: Context, store: Store): Promise<Seasonality[]> {
  const asked = { metrics: ['paid'], by: ['month', 'category'], limit: 100_000 }
  const { rows: all, range } = await runQuery(context, store, asked)
  // A month that data covers in part would look out of season.
  const rows = all.filter(({ month }) => range !== null && isWholeMonth(String(month), range))
  const months = new Set(rows.map((row) => String(row.month)))
  if (months.size < MONTHS_MIN) return []
  const byCategory = new Map<string, Map<string, number>>()
  for (const row of rows) {
    const category = String(row.category ?? '')
    if (category === '' || typeof row.paid !== 'number') continue
    const sales = byCategory.get(category) ?? new Map<string, number>()
    byCategory.set(category, sales.set(String(row.month), row.paid))
  }
  return [...byCategory].map(([category, sales]) => ({
    id: category,
    name: category,
    category,
    indexByMonth: monthIndices(sales),
  }))
}

function isWholeMonth(month: string, range: { from: string; to: string }): boolean {
  const first = parseDay(`${month}-01`)
  return range.from <= first && addMonths(first, 1) <= range.to
}

/** Each month of the year over the mean of all; null for a month without any. */
function monthIndices(sales: ReadonlyMap<string, number>): (number | null)[] {
  const mean = [...sales.values()].reduce((sum, v) => sum + v, 0) / sales.size
  return Array.from({ length: 12 }, (_, i) => {
    const same = [...sales].filter(([month]) => Number(month.slice(5, 7)) === i + 1).map(([, v]) => v)
    if (same.length === 0 || mean <= 0) return null
    return same.reduce((sum, v) => sum + v, 0) / same.length / mean
  })
}

/**
 * The course that the year is expected to take, learnt from the shop's own days: weights that sum to 1. Empty with less than
 * a year of history; the part of a year that was never seen must not look like a dip.
 */
export async function expectedCourse(
  context: Context,
  store: Store,
  { year, rules }: { year: number; rules: readonly OccasionRule[] },
): Promise<ForecastDay[]> {
  const { rows } = await runQuery(context, store, { metrics: ['paid'], by: ['day'], fillGaps: true, limit: 100_000 })
  const first = rows[0]?.day
  const values = rows.map(({ paid }) => (typeof paid === 'number' ? paid : null))
  if (typeof first !== 'string' || !isEnough(values)) return []
  const lastYear = Number(addDays(parseDay(first), values.length - 1).slice(0, 4))
  if (year > lastYear + YEARS_AHEAD_MAX) return []
  const { start, weights } = seasonalShape({ history: { start: parseDay(first), values }, year, rules })
  return weights.map((value, i): ForecastDay => ({ day: addDays(start, i), value }))
}

/** A year of days, and something sold on them. */
const isEnough = (values: readonly (number | null)[]): boolean =>
  values.filter((v) => v !== null).length >= DAYS_MIN && values.some((v) => v !== null && v > 0)
