import type { CandidateFit } from '../candidate.ts'
import type { Weighted } from '../numeric/quantile.ts'
import { heldOut } from '../selection/back-test.ts'
import type { Origins } from '../selection/rolling-origins.ts'
import type { History } from '../series/prepare-history.ts'
import { deviationAt, type ErrorScale, type Residual } from './error-scale.ts'

/** Held-out errors in units of the deviation foreseen for them, one list an origin; the list's order is that of the periods. */
export type Scores = number[][]

export function conformalScores(
  fits: readonly (CandidateFit | null)[],
  { history, origins, scale }: { history: History; origins: Origins; scale: ErrorScale },
): Scores {
  return fits.map((fit, k) => {
    if (!fit) return []
    const actual = heldOut(history, origins.ends[k] as number, origins.horizon)
    return Array.from(actual, (y, h) => {
      const level = fit.mean[h] as number
      return (y - level) / (deviationAt(scale, level) * (fit.spread[h] as number))
    }).filter((z) => Number.isFinite(z))
  })
}

/** Weight of all in-sample residuals together: they steady the quantiles of a short back-test, which soon outweighs them. */
export const RESIDUAL_WEIGHT = 12

/** Held-out scores, one weight each, beside the in-sample residuals; sorted. */
export function pooledScores(scores: Scores, residuals: readonly Residual[], scale: ErrorScale): Weighted[] {
  const inSample = residuals.map(({ error, level }) => ({
    value: error / deviationAt(scale, level),
    weight: RESIDUAL_WEIGHT / residuals.length,
  }))
  const outOfSample = scores.flat().map((value) => ({ value, weight: 1 }))
  return [...inSample, ...outOfSample].sort((a, b) => a.value - b.value)
}
