import { createRng, normalQuantile } from '@zhanggui/kernel'
import { weightedQuantile } from '../numeric/quantile.ts'
import { pooledScores } from './conformal-scores.ts'
import type { ErrorModel } from './make-intervals.ts'

const DRAWS = 600
/** Before any evidence, this share of the error's variance is common to a whole path (a level foreseen wrongly). */
const COMMON_PRIOR = 0.45
const PRIOR_PATHS = 4

/** Share of the error variance that all periods of a path have in common, from the paths' mean scores. */
export function commonShare(scores: ErrorModel['scores']): number {
  const paths = scores.filter((path) => path.length > 1)
  if (paths.length === 0) return COMMON_PRIOR
  let [ofMeans, whole, own] = [0, 0, 0]
  for (const path of paths) {
    const mean = path.reduce((a, b) => a + b, 0) / path.length
    const square = path.reduce((a, b) => a + b * b, 0) / path.length
    ofMeans += mean * mean
    whole += square
    own += 1 / path.length
  }
  const raw = whole === 0 ? COMMON_PRIOR : (ofMeans / whole - own / paths.length) / (1 - own / paths.length)
  const share = Math.min(1, Math.max(0, raw))
  return (share * paths.length + COMMON_PRIOR * PRIOR_PATHS) / (paths.length + PRIOR_PATHS)
}

/** Quantiles of the scores at the middles of `POINTS` equal slices: a draw is then one look-up. */
const POINTS = 99

function scoreTable(model: ErrorModel): number[] {
  const pooled = pooledScores(model.scores, model.residuals, model.scale)
  const probability = (i: number): number => (i + 0.5) / POINTS
  return Array.from({ length: POINTS }, (_, i) =>
    pooled.length === 0 ? normalQuantile(probability(i)) : weightedQuantile(pooled, probability(i)),
  )
}

/**
 * Interval of the sum of all periods ahead. Errors of neighbouring periods go together, so deviations neither add up plainly nor
 * as if independent: sums are drawn with a part common to the path, whose share the back-test gives, and an own part.
 */
export function totalInterval(
  model: ErrorModel,
  deviations: Float64Array,
  options: { mean: number; levels: readonly number[]; seed: string | number; nonNegative: boolean },
): { lower: number[]; upper: number[] } {
  const { mean, levels, seed, nonNegative } = options
  const rng = createRng(`${seed}/total`)
  const table = scoreTable(model)
  const size = Math.sqrt(table.reduce((sum, z) => sum + z * z, 0) / POINTS)
  const share = commonShare(model.scores)
  const sum = deviations.reduce((a, b) => a + b, 0)
  const root = Math.sqrt(deviations.reduce((a, b) => a + b * b, 0))
  // The common part keeps the scores' skew; the many own parts together are near normal.
  const draw = (): number =>
    Math.sqrt(share) * sum * (table[rng.int(POINTS)] as number) + Math.sqrt(1 - share) * root * size * rng.normal()
  const sorted = Array.from({ length: DRAWS }, draw)
    .sort((a, b) => a - b)
    .map((value) => ({ value, weight: 1 }))
  const floor = nonNegative ? 0 : Number.NEGATIVE_INFINITY
  return {
    lower: levels.map((level) => Math.min(mean, Math.max(floor, mean + weightedQuantile(sorted, (1 - level) / 2)))),
    upper: levels.map((level) => Math.max(mean, mean + weightedQuantile(sorted, (1 + level) / 2))),
  }
}
