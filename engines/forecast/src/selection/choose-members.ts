import { type CandidateFit, meanOfFits } from '../candidate.ts'
import type { History } from '../series/prepare-history.ts'
import type { Tested } from './back-test.ts'
import type { Origins } from './rolling-origins.ts'
import { type Scales, type Score, scoreFits } from './score.ts'

export type Ranked = Tested & { score: Score; loss: number }
export type Chosen = { members: Ranked[]; fits: (CandidateFit | null)[]; score: Score }

/** A mean of models wins unless one alone was better by this share: with few origins a small lead is luck. */
const LEAD = 0.06
const MOST_MEMBERS = 3

/** What is minimised: the mean of MASE and RMSSE; RMSSE alone where most periods are 0, as the absolute error then favours 0. */
function lossOf({ mase, rmsse }: Score, sparse: boolean): number {
  if (rmsse === null) return Number.POSITIVE_INFINITY
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
      return { ...one, score, loss: lossOf(score, isSparse(context.history)) }
    })
    .sort((a, b) => a.loss - b.loss)
}

function together(members: Ranked[], context: Context): Chosen & { loss: number } {
  const fits = context.origins.ends.map((_, k) => {
    const at = members.map((m) => m.fits[k]).filter((fit) => fit !== null && fit !== undefined)
    return at.length === members.length ? meanOfFits(at) : null
  })
  const score = scoreFits(fits, context)
  return { members, fits, score, loss: lossOf(score, isSparse(context.history)) }
}

/** The best candidate, or the mean of the best two or three. Null without candidates. */
export function chooseMembers(ranked: readonly Ranked[], context: Context): Chosen | null {
  const best = ranked[0]
  if (!best) return null
  const alone = together([best], context)
  const groups = [2, MOST_MEMBERS].filter((size) => ranked.length >= size)
  const means = groups.map((size) => together(ranked.slice(0, size), context))
  const mean = means.reduce<(Chosen & { loss: number }) | null>((a, b) => (a && a.loss <= b.loss ? a : b), null)
  return mean && alone.loss > mean.loss * (1 - LEAD) ? mean : alone
}
