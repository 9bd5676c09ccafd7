import { normalQuantile } from '@zhanggui/kernel'

/** A rate with the bounds within which it lies; null where nobody was asked. */
export type BoundedRate = { rate: number; low: number; high: number }

/**
 * A rate of counts and its bounds, each side left out with the chance (1 − level) ÷ 2.
 * Shape: within 0 and 1 whatever the counts, also for none and for all. Errors: null when `of` is 0.
 * Source: Wilson (1927), Journal of the American Statistical Association 22.
 * @example wilsonBounds({ hits: 0, of: 10 }, 0.95) // { rate: 0, low: 0, high: 0.278 }
 */
export function wilsonBounds({ hits, of }: { hits: number; of: number }, level: number): BoundedRate | null {
  if (of <= 0) return null
  const z = normalQuantile(1 - (1 - level) / 2)
  const rate = hits / of
  const middle = (rate + (z * z) / (2 * of)) / (1 + (z * z) / of)
  const reach = (z / (1 + (z * z) / of)) * Math.sqrt((rate * (1 - rate)) / of + (z * z) / (4 * of * of))
  // At none and at all the bound is the rate itself; rounding must not put it beside.
  return { rate, low: hits === 0 ? 0 : middle - reach, high: hits === of ? 1 : middle + reach }
}
