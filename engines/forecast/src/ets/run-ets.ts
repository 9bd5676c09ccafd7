import type { EtsForm } from './ets-form.ts'

export type EtsParameters = { alpha: number; beta: number; gamma: number; phi: number }

/** `seasonal[i]` is the season's value for the i-th period ahead, so `seasonal[0]` serves the next one. */
export type EtsState = { level: number; trend: number; seasonal: Float64Array }

export type EtsRun = {
  /** −2·log-likelihood up to a constant, as R `ets` reports it: n·log Σe² (+ 2·Σ log|ŷ| with multiplicative error). */
  minusTwoLogLik: number
  /** Sum of squared errors; relative errors where the error is multiplicative. */
  sse: number
  /** Values known, so compared. */
  count: number
  state: EtsState
  fitted: Float64Array | null
}

const TINY = 1e-10

/**
 * One pass of the state-space recursion. Unknown values (NaN) carry the state forward.
 * Source: Hyndman, Koehler, Ord & Snyder (2008), table 2.2 and 2.3; the order of operations is that of R forecast `etscalc`.
 */
export function runEts(
  values: Float64Array,
  form: EtsForm,
  parameters: EtsParameters,
  start: EtsState,
  keepFitted = false,
): EtsRun {
  const { alpha, beta, gamma } = parameters
  const phi = form.trend === 'Ad' ? parameters.phi : 1
  const hasTrend = form.trend !== 'N'
  const seasonMode = form.season === 'N' ? 0 : form.season === 'A' ? 1 : 2
  const multiplicativeError = form.error === 'M'
  const m = start.seasonal.length
  const ring = Float64Array.from(start.seasonal)
  const fitted = keepFitted ? new Float64Array(values.length) : null
  let { level, trend } = start
  let place = 0
  let sse = 0
  let logs = 0
  let count = 0
  for (let t = 0; t < values.length; t++) {
    const y = values[t] as number
    const s = seasonMode === 0 ? 0 : (ring[place] as number)
    const damped = hasTrend ? phi * trend : 0
    const q = level + damped
    const forecast = seasonMode === 0 ? q : seasonMode === 1 ? q + s : q * s
    if (fitted) fitted[t] = forecast
    if (Number.isNaN(y)) {
      level = q
      trend = damped
    } else {
      const base = Math.abs(forecast) < TINY ? TINY : forecast
      const e = multiplicativeError ? (y - forecast) / base : y - forecast
      sse += e * e
      if (multiplicativeError) logs += Math.log(Math.abs(base))
      count++
      const p = seasonMode === 0 ? y : seasonMode === 1 ? y - s : y / (Math.abs(s) < TINY ? TINY : s)
      const next = q + alpha * (p - q)
      if (hasTrend) trend = damped + (beta / alpha) * (next - level - damped)
      if (seasonMode === 1) ring[place] = s + gamma * (y - q - s)
      else if (seasonMode === 2) ring[place] = s + gamma * (y / (Math.abs(q) < TINY ? TINY : q) - s)
      level = next
    }
    if (seasonMode !== 0 && ++place === m) place = 0
  }
  const seasonal = ring.map((_, i) => ring[(place + i) % m] as number)
  const minusTwoLogLik = count * Math.log(sse) + 2 * logs
  return { minusTwoLogLik, sse, count, state: { level, trend, seasonal }, fitted }
}

/** Point forecasts from a state: the path without further errors. `base` leaves the season out. */
export function etsAhead(
  form: EtsForm,
  phi: number,
  { level, trend, seasonal }: EtsState,
  horizon: number,
): { mean: Float64Array; base: Float64Array } {
  const base = new Float64Array(horizon)
  const damping = form.trend === 'Ad' ? phi : 1
  let sum = 0
  let power = 1
  for (let h = 0; h < horizon; h++) {
    power *= damping
    sum += power
    base[h] = form.trend === 'N' ? level : level + sum * trend
  }
  if (form.season === 'N') return { mean: Float64Array.from(base), base }
  const mean = base.map((v, h) => {
    const s = seasonal[h % seasonal.length] as number
    return form.season === 'A' ? v + s : v * s
  })
  return { mean, base }
}
