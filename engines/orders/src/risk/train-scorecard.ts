import { assert } from '@zhanggui/kernel'
import type { CommandOf, ScorecardBin } from '../frame/command.ts'
import { FEATURE_COUNT } from './features.ts'
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
  binsMax: 6,
  binShareMin: 0.01,
  pointsPerDoubling: 20,
  verifyShareMax: 0.02,
  denyShareMax: 0.0005,
}

const POINTS_MAX = 0x7fff

/** Where bins begin: values that cut the orders into parts of about one size, none smaller than allowed. */
function boundsOf(values: readonly number[], { binsMax, binShareMin }: TrainingOptions): number[] {
  const sorted = [...values].sort((a, b) => a - b)
  const least = Math.max(1, Math.ceil(sorted.length * binShareMin))
  const step = Math.max(least, Math.floor(sorted.length / binsMax))
  const bounds: number[] = [sorted[0] as number]
  // From the top, because what is rare is what tells: the last bins are the finest that are allowed.
  const cuts = [sorted.length - least, ...Array.from({ length: binsMax }, (_, i) => sorted.length - (i + 1) * step)]
  for (const cut of cuts) {
    const value = sorted[cut]
    if (cut > 0 && value !== undefined && value > (sorted[0] as number)) bounds.push(value)
  }
  return [...new Set(bounds)].sort((a, b) => a - b).slice(-binsMax)
}

/** Points of a bin: how much likelier fraud is in it than overall (weight of evidence), half an order added to every count. */
function pointsOf(
  inside: readonly LabelledOrder[],
  all: { frauds: number; others: number },
  perDoubling: number,
): number {
  const frauds = inside.filter(({ fraud }) => fraud).length
  const others = inside.length - frauds
  const evidence = Math.log((frauds + 0.5) / (all.frauds + 1)) - Math.log((others + 0.5) / (all.others + 1))
  return Math.max(-POINTS_MAX, Math.min(POINTS_MAX, Math.round((evidence / Math.LN2) * perDoubling)))
}

function binsOf(orders: readonly LabelledOrder[], feature: number, options: TrainingOptions): ScorecardBin[] {
  const frauds = orders.filter(({ fraud }) => fraud).length
  const all = { frauds, others: orders.length - frauds }
  const featureOf = (order: LabelledOrder): number => order.features[feature] ?? 0
  const bounds = boundsOf(orders.map(featureOf), options)
  if (bounds.length < 2) return []
  return bounds.map((from, i) => {
    const to = bounds[i + 1] ?? Number.POSITIVE_INFINITY
    const inside = orders.filter((order) => featureOf(order) < to && (i === 0 || featureOf(order) >= from))
    return { feature, from, points: pointsOf(inside, all, options.pointsPerDoubling) }
  })
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

/**
 * Learns a scorecard from labelled orders: bins of each feature, points by weight of evidence, thresholds by how many honest
 * buyers may be troubled. Whole numbers that a person can read and change; features count as if each stood alone.
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
  const bins = Array.from({ length: FEATURE_COUNT }, (_, feature) => binsOf(orders, feature, options)).flat()
  const words = scorecardWords(bins)
  const scores = honest.map(({ features }) => scoreWith(words, features))
  const verifyFrom = threshold(scores, options.verifyShareMax)
  const denyFrom = Math.max(verifyFrom, threshold(scores, options.denyShareMax))
  return { kind: 'setScorecard', version, verifyFrom, denyFrom, bins }
}
