import { type Model, rootSpread } from '../model.ts'

const valueAt = (values: Float64Array, index: number): number => values[index] ?? Number.NaN

/** The last value, for ever. */
export const naive: Model = ({ history, horizon }) => {
  const last = valueAt(history, history.length - 1)
  return {
    mean: new Float64Array(horizon).fill(last),
    season: new Float64Array(horizon),
    fitted: history.map((_, t) => valueAt(history, t - 1)),
    spread: rootSpread(horizon),
  }
}

/** The last value plus the mean step of the history. Source: Hyndman & Athanasopoulos, FPP3 §5.2. */
export const drift: Model = ({ history, horizon }) => {
  const n = history.length
  if (n < 2) return null
  const last = valueAt(history, n - 1)
  const step = (last - valueAt(history, 0)) / (n - 1)
  return {
    mean: Float64Array.from({ length: horizon }, (_, i) => last + step * (i + 1)),
    season: new Float64Array(horizon),
    fitted: history.map((_, t) => valueAt(history, t - 1) + step),
    spread: Float64Array.from({ length: horizon }, (_, i) => Math.sqrt((i + 1) * (1 + (i + 1) / (n - 1)))),
  }
}

/** The value of the same place in the last season. */
export const seasonalNaive: Model = ({ history, horizon, season }) => {
  const n = history.length
  if (n < season) return null
  const mean = Float64Array.from({ length: horizon }, (_, i) => valueAt(history, n - season + (i % season)))
  const level = history.subarray(n - season).reduce((a, b) => a + b, 0) / season
  return {
    mean,
    season: mean.map((v) => v - level),
    fitted: history.map((_, t) => valueAt(history, t - season)),
    spread: Float64Array.from({ length: horizon }, (_, i) => Math.sqrt(Math.floor(i / season) + 1)),
  }
}
