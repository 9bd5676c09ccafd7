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

/** A candidate with its share in a combination; shares sum to 1. */
export type Member = { candidate: Candidate; weight: number }

/** The weighted mean of fits; a fitted period where one has no value is NaN. */
export function meanOfFits(parts: readonly { fit: CandidateFit; weight: number }[]): CandidateFit {
  const average = (pick: (fit: CandidateFit) => Float64Array): Float64Array => {
    const out = new Float64Array(parts[0] ? pick(parts[0].fit).length : 0)
    for (const { fit, weight } of parts) {
      const values = pick(fit)
      for (let i = 0; i < out.length; i++) out[i] = (out[i] as number) + weight * (values[i] as number)
    }
    return out
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
