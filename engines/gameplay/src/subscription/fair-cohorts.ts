import { addDays, type BusinessDay, daysBetween } from '@zhanggui/kernel'
import type { Lifetime } from './survival.ts'

/** From the first to the last time that something came to a buyer. */
export type Span = { firstDay: BusinessDay; lastDay: BusinessDay }

/**
 * A buyer's lifetime by one rule for everybody: they have left, on the last day that something came, once nothing more came for
 * `graceDays`. Until then they are still there, as long as they have been watched.
 */
export function lifetimeOf(
  { firstDay, lastDay }: Span,
  { today, graceDays }: { today: BusinessDay; graceDays: number },
): Lifetime {
  const hasLeft = addDays(lastDay, graceDays) < today
  return { days: daysBetween(firstDay, hasLeft ? lastDay : today), hasLeft }
}

const monthOf = ({ firstDay }: Span): string => firstDay.slice(0, 7)

const byMonth = (spans: readonly Span[]): Map<string, Span[]> => {
  const months = new Map<string, Span[]>()
  for (const span of spans) months.set(monthOf(span), [...(months.get(monthOf(span)) ?? []), span])
  return months
}

/**
 * Draws from `offered` as many of each starting month as keep the mix of months of `sought`: a shop that grew in summer is not
 * compared with one that grew in winter. In a month the first are taken, so hand them in in an order that nobody chose. Months in
 * which nobody is offered are left out, and told with 0.
 */
export function matchByMonth({ sought, offered }: { sought: readonly Span[]; offered: readonly Span[] }): {
  drawn: Span[]
  months: { month: string; sought: number; drawn: number }[]
} {
  const wanted = [...byMonth(sought)].sort(([a], [b]) => (a < b ? -1 : 1))
  const there = byMonth(offered)
  const shares = wanted.flatMap(([month, spans]) => {
    const found = there.get(month)?.length ?? 0
    return found === 0 ? [] : [found / spans.length]
  })
  const share = shares.length === 0 ? 0 : Math.min(...shares)
  const months = wanted.map(([month, spans]) => {
    const found = there.get(month) ?? []
    const taken = found.slice(0, found.length === 0 ? 0 : Math.max(1, Math.floor(share * spans.length + 1e-9)))
    return { month, sought: spans.length, taken }
  })
  return {
    drawn: months.flatMap(({ taken }) => taken),
    months: months.map(({ month, sought: people, taken }) => ({ month, sought: people, drawn: taken.length })),
  }
}
