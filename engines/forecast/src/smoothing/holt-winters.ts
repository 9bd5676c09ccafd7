import type { Model } from '../model.ts'
import { minimise } from '../numeric/minimise.ts'
import { decompose } from './decompose.ts'

export type HoltWintersSetting = { season: number; multiplicative: boolean }
/** Smoothing parameters in [0, 1]: of the level, of the trend, of the season. */
export type HoltWintersParameters = { alpha: number; beta: number; gamma: number }
export type HoltWintersState = { level: number; trend: number; figure: Float64Array }
export type HoltWintersRun = { sse: number; state: HoltWintersState; fitted: Float64Array }

/** Intercept and slope of a least-squares line through `(1, y1) … (n, yn)`. */
function line(values: Float64Array): { intercept: number; slope: number } {
  const n = values.length
  const mean = values.reduce((a, b) => a + b, 0) / n
  const centre = (n + 1) / 2
  let cross = 0
  let square = 0
  for (let i = 0; i < n; i++) {
    cross += (i + 1 - centre) * ((values[i] as number) - mean)
    square += (i + 1 - centre) ** 2
  }
  const slope = square === 0 ? 0 : cross / square
  return { intercept: mean - slope * centre, slope }
}

/** The start that R `HoltWinters` takes: trend line and figure of the first two seasons. */
export function holtWintersStart(values: Float64Array, setting: HoltWintersSetting): HoltWintersState {
  const { trend, figure } = decompose(values.subarray(0, 2 * setting.season), setting)
  const { intercept, slope } = line(trend.filter((v) => !Number.isNaN(v)))
  return { level: intercept, trend: slope, figure }
}

/**
 * The Holt-Winters recursion over a history, from the second season on.
 * Source: R stats `HoltWinters` (C code `HoltWinters.c`); checked against it with fixed and with fitted parameters.
 */
export function runHoltWinters(
  values: Float64Array,
  parameters: HoltWintersParameters,
  setting: HoltWintersSetting,
  start = holtWintersStart(values, setting),
): HoltWintersRun {
  const { alpha, beta, gamma } = parameters
  const { season, multiplicative } = setting
  const figure = Float64Array.from(start.figure)
  const fitted = new Float64Array(values.length).fill(Number.NaN)
  let { level, trend } = start
  let sse = 0
  for (let t = season; t < values.length; t++) {
    const y = values[t] as number
    const place = t % season
    const s = figure[place] as number
    const ahead = level + trend
    const forecast = multiplicative ? ahead * s : ahead + s
    fitted[t] = forecast
    sse += (y - forecast) ** 2
    const next = alpha * (multiplicative ? y / s : y - s) + (1 - alpha) * ahead
    trend = beta * (next - level) + (1 - beta) * trend
    level = next
    figure[place] = gamma * (multiplicative ? y / level : y - level) + (1 - gamma) * s
  }
  return { sse, state: { level, trend, figure }, fitted }
}

/** Point forecasts after `length` values; place 0 of the figure is the first value's. */
export function holtWintersAhead(
  state: HoltWintersState,
  { length, horizon, multiplicative }: { length: number; horizon: number; multiplicative: boolean },
): { mean: Float64Array; base: Float64Array } {
  const base = Float64Array.from({ length: horizon }, (_, i) => state.level + (i + 1) * state.trend)
  const mean = base.map((v, i) => {
    const s = state.figure[(length + i) % state.figure.length] as number
    return multiplicative ? v * s : v + s
  })
  return { mean, base }
}

const squash = (v: number): number => 1 / (1 + Math.exp(-v))
const stretch = (v: number): number => Math.log(v / (1 - v))

/** Smoothing parameters with the least squared one-step error, searched from R's start (0.3, 0.1, 0.1). */
export function fitHoltWinters(values: Float64Array, setting: HoltWintersSetting): HoltWintersParameters {
  const start = holtWintersStart(values, setting)
  const scale = values.reduce((a, b) => a + b * b, 0) || 1
  const read = (x: Float64Array): HoltWintersParameters => ({
    alpha: squash(x[0] as number),
    beta: squash(x[1] as number),
    gamma: squash(x[2] as number),
  })
  const cost = (x: Float64Array): number => {
    const { sse } = runHoltWinters(values, read(x), setting, start)
    return Number.isFinite(sse) ? Math.log(sse / scale + 1e-300) : Number.POSITIVE_INFINITY
  }
  const start0 = Float64Array.of(stretch(0.3), stretch(0.1), stretch(0.1))
  return read(minimise(cost, start0, { tolerance: 1e-10 }).x)
}

function holtWintersModel(multiplicative: boolean): Model {
  return ({ history, horizon, season }) => {
    if (season < 2 || history.length < 2 * season + 3) return null
    if (multiplicative && history.some((v) => v <= 0)) return null
    const setting = { season, multiplicative }
    const parameters = fitHoltWinters(history, setting)
    const { state, fitted } = runHoltWinters(history, parameters, setting)
    const { mean, base } = holtWintersAhead(state, { length: history.length, horizon, multiplicative })
    if (!mean.every(Number.isFinite)) return null
    return {
      mean,
      season: mean.map((v, i) => v - (base[i] as number)),
      fitted,
      spread: spreadOf(parameters, horizon, season),
    }
  }
}

/** Source: Hyndman et al., "Forecasting with Exponential Smoothing" (2008), table 6.1, class 1. */
function spreadOf({ alpha, beta, gamma }: HoltWintersParameters, horizon: number, season: number): Float64Array {
  let variance = 1
  return Float64Array.from({ length: horizon }, (_, i) => {
    if (i > 0) variance += (alpha * (1 + beta * i) + (i % season === 0 ? gamma * (1 - alpha) : 0)) ** 2
    return Math.sqrt(variance)
  })
}

/** Holt-Winters with a season that adds. Null for less than two seasons and three periods. */
export const holtWintersAdditive = holtWintersModel(false)

/** Holt-Winters with a season that multiplies. Null also when a value is not positive. */
export const holtWintersMultiplicative = holtWintersModel(true)
