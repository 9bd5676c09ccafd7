import { ratio } from '@zhanggui/kernel'

/** Sales of one day; `promo` when a promotion moved them. `weekday` 1 = Monday. */
export type SalesDay = { day: string; value: number; promo: boolean; weekday: number }

/** `base` is an ordinary day's sales, each weekday counting once; `growth` on the month before. */
export type BaseMonth = {
  month: string
  ordinaryDays: number
  base: number | null
  growth: number | null
  falling: boolean | null
}

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((a, b) => a + b, 0) / values.length

/**
 * An ordinary day of a month: the mean of its weekdays' means, so that a month with five Sundays is not another month.
 * Null unless every weekday has an ordinary day.
 */
function ordinaryDay(days: readonly SalesDay[]): number | null {
  const weekdays = [1, 2, 3, 4, 5, 6, 7].map((w) => mean(days.filter((d) => d.weekday === w).map((d) => d.value)))
  return weekdays.every((w) => w !== null) ? mean(weekdays) : null
}

/**
 * Growth of the daily base, month on month, promotion days taken out before judging (P2.18): a spike on 11 November does not
 * hide that every other day sold less.
 * Shape: one row a month, in order; null where a month has too few ordinary days.
 */
export function baseGrowth(days: readonly SalesDay[]): BaseMonth[] {
  const months = Map.groupBy(
    days.toSorted((a, b) => (a.day < b.day ? -1 : 1)),
    (d) => d.day.slice(0, 7),
  )
  let before: number | null = null
  return [...months].map(([month, of]) => {
    const ordinary = of.filter((d) => !d.promo)
    const base = ordinaryDay(ordinary)
    const change = ratio(base, before)
    const growth = change === null ? null : change - 1
    before = base
    return { month, ordinaryDays: ordinary.length, base, growth, falling: growth === null ? null : growth < 0 }
  })
}
