import { assert, type BusinessDay, daysBetween, parseDay } from '@zhanggui/kernel'

/**
 * `from` and `until` are business days, both counted. `scale` multiplies visitors, budgets and stock: 1 is a shop of about
 * 1,400 visits an ordinary day, some three million events in two years.
 */
export type MarketOptions = { from?: BusinessDay; until?: BusinessDay; scale?: number }
export type ResolvedOptions = { from: BusinessDay; until: BusinessDay; scale: number }

/** Two years that begin before one 双11 and end before the third, so that every campaign has a year before it. */
export const DEFAULT_FROM = parseDay('2024-11-01')
export const DEFAULT_UNTIL = parseDay('2026-10-31')

export const MARKET_LIMITS = { daysMax: 1830, scaleMax: 20 } as const

/** Which option cannot be used; null when all can. */
export function marketOptionsProblem(options: MarketOptions): 'range' | 'scale' | null {
  const { from = DEFAULT_FROM, until = DEFAULT_UNTIL, scale = 1 } = options
  const days = daysBetween(from, until) + 1
  if (days < 1 || days > MARKET_LIMITS.daysMax) return 'range'
  return scale > 0 && scale <= MARKET_LIMITS.scaleMax ? null : 'scale'
}

/** Errors: throws when the range is empty or longer than five years, or the scale is not in (0, 20]. */
export function resolveOptions(options: MarketOptions): ResolvedOptions {
  const { from = DEFAULT_FROM, until = DEFAULT_UNTIL, scale = 1 } = options
  assert(
    marketOptionsProblem(options) === null,
    `a market lasts from 1 day to 5 years at a scale above 0 and at most 20, got ${from} to ${until} at ${scale}`,
  )
  return { from, until, scale }
}
