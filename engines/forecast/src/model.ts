/**
 * What every classical model answers with, for the horizon it was asked for.
 * `mean`: h point forecasts. `season`: the part of the mean that the season explains, 0 for models without one.
 * `fitted`: one-step forecasts of the history, NaN where the model has none yet. `spread`: standard deviation of the h-step error
 * over that of the one-step error, so `spread[0]` is 1.
 */
export type ModelFit = {
  mean: Float64Array
  season: Float64Array
  fitted: Float64Array
  spread: Float64Array
}

/** `history` has no unknown values (gaps are filled before); `season` is the number of periods in a season. */
export type ModelInput = { history: Float64Array; horizon: number; season: number }

/** `fit` answers null where the history is too short for the model or of the wrong kind (0 in a multiplicative season). */
export type Model = (input: ModelInput) => ModelFit | null

/** `spread` of a random walk. */
export const rootSpread = (horizon: number): Float64Array =>
  Float64Array.from({ length: horizon }, (_, i) => Math.sqrt(i + 1))

export const flatSpread = (horizon: number): Float64Array => new Float64Array(horizon).fill(1)
