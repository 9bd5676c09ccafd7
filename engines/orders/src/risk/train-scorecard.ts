import { assert } from '@zhanggui/kernel'
import type { CommandOf, ScorecardBin } from '../frame/command.ts'
import { type FeatureBin, featureBins } from './feature-bins.ts'
import { FEATURE_COUNT } from './features.ts'
import { fitLogistic } from './fit-logistic.ts'
import { SCORECARD, scoreOf } from './score.ts'

/** An order as it looked when it was decided, and what it turned out to be. `features`: values by `FEATURE`. */
export type LabelledOrder = { features: ArrayLike<number>; fraud: boolean }

export type TrainingOptions = {
  /** Bins of a feature at most; with few labelled orders fewer bins say more. */
  binsMax: number
  /** A bin holds at least this share of all orders: a bin of three orders has learnt nothing. */
  binShareMin: number
  /** Points for odds that double. */
  pointsPerDoubling: number
  /** Share of honest orders that may be asked for a second check, and that may be refused. */
  verifyShareMax: number
  denyShareMax: number
}

/** Of 50 honest buyers one is asked for a second check and of 2,000 one is refused, at most, on the orders learnt from. */
export const DEFAULT_TRAINING: TrainingOptions = {
  binsMax: 12,
  binShareMin: 0.01,
  pointsPerDoubling: 20,
  verifyShareMax: 0.02,
  denyShareMax: 0.0005,
}

/** The scorecard as the core keeps it, to score orders the way the core will. */
export function scorecardWords(bins: readonly ScorecardBin[]): Int32Array {
  const words = new Int32Array(SCORECARD.first + bins.length * 2)
  words[SCORECARD.bins] = bins.length
  for (const [i, bin] of bins.entries()) {
    words[SCORECARD.first + i * 2] = (bin.feature << 16) | (bin.points & 0xffff)
    words[SCORECARD.first + i * 2 + 1] = bin.from
  }
  return words
}

export const scoreWith = (words: Int32Array, features: ArrayLike<number>): number =>
  scoreOf(words, Int32Array.from(features))

/** The score that at most this share of the honest orders reach. */
function threshold(scores: readonly number[], shareMax: number): number {
  const sorted = [...scores].sort((a, b) => b - a)
  return (sorted[Math.floor(sorted.length * shareMax)] as number) + 1
}

const POINTS_MAX = 0x7fff

const pointsOf = (evidence: number, weight: number, perDoubling: number): number =>
  Math.max(-POINTS_MAX, Math.min(POINTS_MAX, Math.round((weight * evidence * perDoubling) / Math.LN2)))

/** The evidence of each order in one feature. */
function evidenceColumn(orders: readonly LabelledOrder[], feature: number, bins: readonly FeatureBin[]): Float64Array {
  return Float64Array.from(orders, ({ features }) => {
    const value = features[feature] ?? 0
    let evidence = bins[0]?.evidence ?? 0
    for (const bin of bins) if (value >= bin.from) evidence = bin.evidence
    return evidence
  })
}

/** How much of each feature's evidence counts beside the others'; one that would count against itself says nothing new and counts 0. */
function weightsOf(columns: readonly Float64Array[], outcomes: Uint8Array): number[] {
  const weights = columns.map(() => 0)
  let kept = columns.map((_, i) => i)
  while (kept.length > 0) {
    const fit = fitLogistic({ columns: kept.map((i) => columns[i] as Float64Array), outcomes })
    const against = kept.filter((_, at) => (fit.weights[at] as number) <= 0)
    if (against.length === 0) {
      for (const [at, i] of kept.entries()) weights[i] = fit.weights[at] as number
      break
    }
    kept = kept.filter((i) => !against.includes(i))
  }
  return weights
}

function binsOf(orders: readonly LabelledOrder[], options: TrainingOptions): ScorecardBin[] {
  const all = Array.from({ length: FEATURE_COUNT }, (_, feature) => ({
    feature,
    bins: featureBins(orders, feature, options),
  })).filter(({ bins }) => bins.length > 1)
  const outcomes = Uint8Array.from(orders, ({ fraud }) => (fraud ? 1 : 0))
  const weights = weightsOf(
    all.map(({ feature, bins }) => evidenceColumn(orders, feature, bins)),
    outcomes,
  )
  return all.flatMap(({ feature, bins }, i) => {
    const weight = weights[i] as number
    if (weight === 0) return []
    return bins.map(({ from, evidence }) => ({
      feature,
      from,
      points: pointsOf(evidence, weight, options.pointsPerDoubling),
    }))
  })
}

/**
 * Learns a scorecard from labelled orders: bins of each feature, points by weight of evidence, weighed against each other by a
 * logistic regression, thresholds by how many honest buyers may be troubled. Whole numbers that a person can read and change.
 * Errors: throws without a fraud and an honest order among them.
 * Source: Siddiqi, "Credit Risk Scorecards" (2006), chapter 6.
 */
export function trainScorecard(
  orders: readonly LabelledOrder[],
  version: number,
  options: TrainingOptions = DEFAULT_TRAINING,
): Omit<CommandOf<'setScorecard'>, 'id' | 'issuedAt'> {
  const honest = orders.filter(({ fraud }) => !fraud)
  assert(honest.length > 0 && honest.length < orders.length, 'there are frauds and honest orders to learn from')
  const bins = binsOf(orders, options)
  const words = scorecardWords(bins)
  const scores = honest.map(({ features }) => scoreWith(words, features))
  const verifyFrom = threshold(scores, options.verifyShareMax)
  const denyFrom = Math.max(verifyFrom, threshold(scores, options.denyShareMax))
  return { kind: 'setScorecard', version, verifyFrom, denyFrom, bins }
}
