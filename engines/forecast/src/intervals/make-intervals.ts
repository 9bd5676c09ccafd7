import type { CandidateFit } from '../candidate.ts'
import { heldOut } from '../selection/back-test.ts'
import type { Origins } from '../selection/rolling-origins.ts'
import type { History } from '../series/prepare-history.ts'
import { conformalScores, pooledScores, RESIDUAL_WEIGHT, type Scores } from './conformal-scores.ts'
import { deviationAt, type ErrorScale, errorScale, type Residual, residualsOf } from './error-scale.ts'
import { type Bounds, intervalBounds } from './interval-bounds.ts'

/** All that intervals are made from; `scores` is empty without a back-test. */
export type ErrorModel = { scale: ErrorScale; assumed: boolean; residuals: Residual[]; scores: Scores }

export function errorModel(
  final: CandidateFit,
  history: History,
  tested: { fits: readonly (CandidateFit | null)[]; origins: Origins } | null,
): ErrorModel {
  const residuals = residualsOf(history.values, final)
  const typical = history.filled.reduce((sum, v) => sum + Math.abs(v), 0) / history.filled.length
  const { assumed, ...scale } = errorScale(residuals, typical)
  const scores = tested ? conformalScores(tested.fits, { history, origins: tested.origins, scale }) : []
  return { scale, assumed, residuals, scores }
}

/** However long, a held-out stretch is worth no more independent scores than this: its errors go together. */
const SCORES_OF_A_PATH = 8

/** The interval of one value at each level. Not below 0 where the history never was. */
export function intervalAt(
  { mean, spread }: { mean: number; spread: number },
  bounds: readonly Bounds[],
  { scale, nonNegative }: { scale: ErrorScale; nonNegative: boolean },
): { lower: number[]; upper: number[] } {
  const deviation = deviationAt(scale, mean) * spread
  const low = (b: Bounds): number =>
    nonNegative ? Math.max(0, mean + b.lower * deviation) : mean + b.lower * deviation
  return { lower: bounds.map((b) => Math.min(mean, low(b))), upper: bounds.map((b) => mean + b.upper * deviation) }
}

export const boundsFor = ({ scores, residuals, scale }: ErrorModel, levels: readonly number[]): Bounds[] => {
  const pooled = pooledScores(scores, residuals, scale)
  const effective = RESIDUAL_WEIGHT + scores.reduce((sum, path) => sum + Math.min(path.length, SCORES_OF_A_PATH), 0)
  return levels.map((level) => intervalBounds(pooled, level, effective))
}

/** Share of held-out values inside, each origin judged by bounds made without its own scores; null with fewer than two origins. */
export function testedCoverage(
  model: ErrorModel,
  levels: readonly number[],
  tested: { fits: readonly (CandidateFit | null)[]; origins: Origins; history: History },
): { level: number; share: number | null }[] {
  const inside = levels.map(() => 0)
  let count = 0
  if (model.scores.length < 2) return levels.map((level) => ({ level, share: null }))
  for (const [k, fit] of tested.fits.entries()) {
    if (!fit) continue
    const bounds = boundsFor({ ...model, scores: model.scores.filter((_, other) => other !== k) }, levels)
    const actual = heldOut(tested.history, tested.origins.ends[k] as number, tested.origins.horizon)
    for (let h = 0; h < actual.length; h++) {
      const y = actual[h] as number
      if (Number.isNaN(y)) continue
      const point = { mean: fit.mean[h] as number, spread: fit.spread[h] as number }
      const { lower, upper } = intervalAt(point, bounds, {
        scale: model.scale,
        nonNegative: tested.history.nonNegative,
      })
      count++
      for (let i = 0; i < levels.length; i++)
        if (y >= (lower[i] as number) && y <= (upper[i] as number)) inside[i] = (inside[i] as number) + 1
    }
  }
  return levels.map((level, i) => ({ level, share: count === 0 ? null : (inside[i] as number) / count }))
}
