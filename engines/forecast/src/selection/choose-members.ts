import { type CandidateFit, type Member, meanOfFits } from '../candidate.ts'
import type { History } from '../series/prepare-history.ts'
import type { Tested } from './back-test.ts'
import type { Origins } from './rolling-origins.ts'
import { type Scales, type Score, scoreFits } from './score.ts'

export type Ranked = Tested & { score: Score; loss: number }
export type Chosen = { members: Member[]; fits: (CandidateFit | null)[] }

/**
 * A few origins cannot tell close models apart, so a single winner is not taken but the mean of the best six, weighted by loss^−4;
 * and the decomposition, which alone knows the calendar, is believed unless another is better by a fifth, and counts fourfold.
 * Source: chosen on hold-outs of six public retail sets (docs/forecast.md); in line with the M4 and M5 findings on combinations.
 */
const CALENDAR_TRUST = 0.8
const CALENDAR_MASS = 4
const MOST_MEMBERS = 6
const SHARPNESS = 4
/** Members that would weigh less are left out. */
const LEAST_WEIGHT = 0.02

/** What is minimised: the mean of MASE and RMSSE; RMSSE alone where most periods are 0, as the absolute error then favours 0. */
function lossOf({ mase, rmsse }: Score, sparse: boolean): number {
  if (rmsse === null) return 0
  return sparse || mase === null ? rmsse : (mase + rmsse) / 2
}

export const isSparse = (history: History): boolean =>
  history.demand?.kind === 'intermittent' || history.demand?.kind === 'lumpy'

type Context = { history: History; origins: Origins; scales: Scales }

/** Candidates that could be fitted at every origin, the best first; ties keep the candidates' order. */
export function rank(tested: readonly Tested[], context: Context): Ranked[] {
  return tested
    .filter(({ fits }) => fits.every((fit) => fit !== null))
    .map((one) => {
      const score = scoreFits(one.fits, context)
      const trust = one.candidate.id === 'decomposition' ? CALENDAR_TRUST : 1
      return { ...one, score, loss: lossOf(score, isSparse(context.history)) * trust }
    })
    .sort((a, b) => a.loss - b.loss)
}

function weightsOf(best: readonly Ranked[]): number[] {
  const least = best[0]?.loss ?? 0
  // A loss of 0 (a constant history) leaves nothing to weigh: the first is right.
  if (least <= 0) return best.map((_, i) => (i === 0 ? 1 : 0))
  const raw = best.map(
    ({ loss, candidate }) => (candidate.id === 'decomposition' ? CALENDAR_MASS : 1) * (least / loss) ** SHARPNESS,
  )
  const sum = raw.reduce((a, b) => a + b, 0)
  return raw.map((w) => w / sum)
}

/** The best candidates with their weights, and what they foresaw together at each origin. Null without candidates. */
export function chooseMembers(ranked: readonly Ranked[]): Chosen | null {
  const best = ranked.slice(0, MOST_MEMBERS)
  if (best.length === 0) return null
  const weights = weightsOf(best)
  const kept = best.flatMap((one, i) =>
    (weights[i] as number) >= LEAST_WEIGHT ? [{ one, weight: weights[i] as number }] : [],
  )
  const sum = kept.reduce((total, { weight }) => total + weight, 0)
  const members = kept.map(({ one, weight }) => ({ candidate: one.candidate, weight: weight / sum }))
  const fits = (best[0] as Ranked).fits.map((_, k) =>
    meanOfFits(kept.map(({ one, weight }) => ({ fit: one.fits[k] as CandidateFit, weight: weight / sum }))),
  )
  return { members, fits }
}
