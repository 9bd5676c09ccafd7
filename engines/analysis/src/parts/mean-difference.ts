import { studentQuantile, studentTail } from '@zhanggui/kernel'

/** A difference of two means, its 95 % bounds and how often chance alone makes one as large; null with too few figures. */
export type Difference = { mean: number; low: number; high: number; p: number }

const LEVEL = 0.95

const meanOf = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length

/** Variance of the mean. */
function meanVariance(values: readonly number[]): number {
  const middle = meanOf(values)
  return values.reduce((sum, v) => sum + (v - middle) ** 2, 0) / (values.length - 1) / values.length
}

function differenceOf(mean: number, variance: number, freedom: number): Difference {
  // Without any spread every difference is certain; no difference is no evidence.
  if (variance === 0) return { mean, low: mean, high: mean, p: mean === 0 ? 1 : 0 }
  const error = Math.sqrt(variance)
  const reach = studentQuantile(1 - (1 - LEVEL) / 2, freedom) * error
  return { mean, low: mean - reach, high: mean + reach, p: studentTail(mean / error, freedom) }
}

/**
 * Mean of `after` less mean of `before`, two groups of figures that have nothing to do with each other.
 * Errors: null with fewer than two figures on a side. Source: unequal variances, Welch (1947).
 */
export function meanDifference(before: readonly number[], after: readonly number[]): Difference | null {
  if (before.length < 2 || after.length < 2) return null
  const [then, now] = [meanVariance(before), meanVariance(after)]
  const freedom = (then + now) ** 2 / (then ** 2 / (before.length - 1) + now ** 2 / (after.length - 1))
  return differenceOf(meanOf(after) - meanOf(before), then + now, freedom)
}

/**
 * The same where each figure of `after` has its own partner in `before`: the same weekday, the same campaign day, the same item.
 * What both share (weekends, the course of a campaign) drops out. Errors: null with fewer than two pairs.
 */
export function pairedDifference(pairs: readonly { before: number; after: number }[]): Difference | null {
  if (pairs.length < 2) return null
  const changes = pairs.map(({ before, after }) => after - before)
  return differenceOf(meanOf(changes), meanVariance(changes), pairs.length - 1)
}
