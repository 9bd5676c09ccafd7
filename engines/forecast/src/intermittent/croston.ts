import { flatSpread, type Model, type ModelFit } from '../model.ts'

/** Smoothing used where the caller names none. Source: the default of R forecast `croston`. */
const ALPHA = 0.1

type Sizes = { demand: number[]; intervals: number[]; at: number[] }

function demands(history: Float64Array): Sizes {
  const sizes: Sizes = { demand: [], intervals: [], at: [] }
  let last = -1
  for (let t = 0; t < history.length; t++) {
    const y = history[t] as number
    if (y === 0) continue
    sizes.demand.push(y)
    sizes.intervals.push(t - last)
    sizes.at.push(t)
    last = t
  }
  return sizes
}

/** Levels of exponential smoothing started at the first value: `levels[i]` is known after value i. */
function smooth(values: readonly number[], alpha: number): number[] {
  let level = values[0] ?? 0
  return values.map((v) => {
    level += alpha * (v - level)
    return level
  })
}

/**
 * Croston's rate (size over interval, each smoothed) known before each period and after the last.
 * Source: Croston (1972) as in R forecast `croston`: both smoothings start at their first value. Null without a demand.
 */
export function crostonRates(history: Float64Array, alpha = ALPHA): { fitted: Float64Array; rate: number } | null {
  const { demand, intervals, at } = demands(history)
  if (demand.length === 0) return null
  const size = smooth(demand, alpha)
  const gap = smooth(intervals, alpha)
  const fitted = new Float64Array(history.length).fill(Number.NaN)
  let seen = 0
  let rate = Number.NaN
  for (let t = 0; t < history.length; t++) {
    fitted[t] = rate
    if (at[seen] !== t) continue
    rate = (size[seen] as number) / (gap[seen] as number)
    seen++
  }
  return { fitted, rate }
}

/** A model whose every period ahead has the same expected demand. */
export function constantRate(fitted: Float64Array, rate: number, horizon: number): ModelFit {
  return {
    mean: new Float64Array(horizon).fill(rate),
    season: new Float64Array(horizon),
    fitted,
    spread: flatSpread(horizon),
  }
}

const scaled =
  (factor: number): Model =>
  ({ history, horizon }) => {
    const found = crostonRates(history)
    return (
      found &&
      constantRate(
        found.fitted.map((v) => v * factor),
        found.rate * factor,
        horizon,
      )
    )
  }

/** Croston's method. Null without a demand. */
export const croston = scaled(1)

/** Croston's method less its bias: the rate times 1 − α/2. Source: Syntetos & Boylan (2005). */
export const sba = scaled(1 - ALPHA / 2)
