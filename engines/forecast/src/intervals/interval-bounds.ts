import { normalQuantile } from '@zhanggui/kernel'
import { type Weighted, weightedQuantile } from '../numeric/quantile.ts'

/** Multiples of the foreseen deviation below and above the mean. */
export type Bounds = { lower: number; upper: number }

/** Under so many scores the tails of an empirical quantile are guesses; the normal's are then mixed in. */
const TRUSTED = 60

/**
 * Bounds that hold `level` of the scores, an equal share of the rest on either side.
 * `effective` is how many independent scores they are worth at most. Source: split conformal prediction (Vovk et al. 2005; Lei et al. 2018), with signed scores, so skewed sales give skewed intervals.
 */
export function intervalBounds(pooled: readonly Weighted[], level: number, effective: number): Bounds {
  const tail = (1 - level) / 2
  const z = normalQuantile(1 - tail)
  const count = pooled.reduce((sum, { weight }) => sum + weight, 0)
  if (pooled.length === 0) return { lower: -z, upper: z }
  // The finite-sample step of conformal prediction (the quantile of n + 1, of which one is still to come), half as much again as
  // scores of one origin go together; but not as far as the largest score ever seen.
  const outer = Math.min((1 - tail) * (1 + 1.5 / Math.max(1, Math.min(count, effective))), 1 - 0.4 * tail)
  const lower = weightedQuantile(pooled, 1 - outer)
  const upper = weightedQuantile(pooled, outer)
  const trust = Math.min(1, count / TRUSTED)
  const deviation = Math.sqrt(pooled.reduce((sum, { value, weight }) => sum + weight * value * value, 0) / count)
  const mix = (empirical: number, normal: number): number => trust * empirical + (1 - trust) * normal
  return { lower: Math.min(0, mix(lower, -z * deviation)), upper: Math.max(0, mix(upper, z * deviation)) }
}
