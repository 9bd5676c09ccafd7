import type { ModelId } from './forecast.ts'

/**
 * A forecast taken apart, each array one value for each period ahead: `mean` is the whole, the rest are shares of it
 * (what is left over is the base). `fitted` and `spread` as in `ModelFit`.
 */
export type CandidateFit = {
  mean: Float64Array
  season: Float64Array
  event: Float64Array
  promotion: Float64Array
  fitted: Float64Array
  spread: Float64Array
}

/** A model tied to one history. `fit(end, horizon)` sees the first `end` periods only, so any end is an honest origin. */
export type Candidate = { id: ModelId; fit(end: number, horizon: number): CandidateFit | null }

/** Fitted values of a mean of fits; a period where one has none is NaN. */
export function meanOfFits(fits: readonly CandidateFit[]): CandidateFit {
  const average = (pick: (fit: CandidateFit) => Float64Array): Float64Array => {
    const [first, ...others] = fits.map(pick)
    if (!first) return new Float64Array(0)
    return first.map((v, i) => others.reduce((sum, o) => sum + (o[i] as number), v) / fits.length)
  }
  return {
    mean: average((f) => f.mean),
    season: average((f) => f.season),
    event: average((f) => f.event),
    promotion: average((f) => f.promotion),
    fitted: average((f) => f.fitted),
    spread: average((f) => f.spread),
  }
}
