import { minimise } from '../numeric/minimise.ts'
import type { EtsForm } from './ets-form.ts'
import { type EtsParameters, type EtsRun, type EtsState, runEts } from './run-ets.ts'
import { startEts } from './start-ets.ts'

export type EtsFit = {
  form: EtsForm
  parameters: EtsParameters
  start: EtsState
  run: EtsRun
  /** Free parameters with the error variance, as R counts them. */
  size: number
  logLik: number
  aic: number
  aicc: number
}

/** The usual region of R `ets`: α, β, γ within (0.0001, 0.9999), β < α, γ < 1 − α, φ within [0.8, 0.98]. */
const LOW = 1e-4
const HIGH = 0.9999
const PHI = { low: 0.8, high: 0.98 }

const squash = (v: number): number => 1 / (1 + Math.exp(-v))
const between = (v: number, low: number, high: number): number => low + (high - low) * squash(v)
const inverse = (p: number, low: number, high: number): number => {
  const share = Math.min(1 - 1e-6, Math.max(1e-6, (p - low) / (high - low)))
  return Math.log(share / (1 - share))
}

/** Where each free number of a form sits in the search vector. */
type Layout = { form: EtsForm; scale: number; level: number; states: boolean; guess: EtsState }

function readParameters(x: Float64Array, form: EtsForm): EtsParameters & { used: number } {
  let used = 0
  const take = (): number => x[used++] as number
  const alpha = between(take(), LOW, HIGH)
  const beta = form.trend === 'N' ? 0 : between(take(), LOW, Math.max(alpha, LOW * 1.01))
  const gamma = form.season === 'N' ? 0 : between(take(), LOW, Math.max(1 - alpha, LOW * 1.01))
  const phi = form.trend === 'Ad' ? between(take(), PHI.low, PHI.high) : 1
  return { alpha, beta, gamma, phi, used }
}

/** States are searched as multiples of the series' spread around the heuristic start, so that every coordinate is of order one. */
function readStates(x: Float64Array, from: number, { form, scale, level, states, guess }: Layout): EtsState {
  if (!states) return guess
  let at = from
  const result = { level: guess.level + scale * (x[at++] as number), trend: 0, seasonal: guess.seasonal }
  if (form.trend !== 'N') result.trend = guess.trend + scale * 0.1 * (x[at++] as number)
  if (form.season === 'N') return result
  const unit = form.season === 'M' ? scale / level : scale
  const seasonal = Float64Array.from(guess.seasonal)
  let sum = 0
  for (let i = 0; i < seasonal.length - 1; i++) {
    seasonal[i] = (guess.seasonal[i] as number) + unit * (x[at++] as number)
    sum += seasonal[i] as number
  }
  // The figure's mean belongs to the level, so its last value is not free (and is not counted).
  seasonal[seasonal.length - 1] = (form.season === 'M' ? seasonal.length : 0) - sum
  return { ...result, seasonal }
}

function startVector(form: EtsForm, season: number, states: boolean): Float64Array {
  const alpha = 0.3
  const x = [inverse(alpha, LOW, HIGH)]
  if (form.trend !== 'N') x.push(inverse(0.05, LOW, alpha))
  if (form.season !== 'N') x.push(inverse(0.1, LOW, 1 - alpha))
  if (form.trend === 'Ad') x.push(inverse(0.95, PHI.low, PHI.high))
  if (states) x.push(...new Array<number>(stateCount(form, season)).fill(0))
  return Float64Array.from(x)
}

const stateCount = (form: EtsForm, season: number): number =>
  1 + (form.trend === 'N' ? 0 : 1) + (form.season === 'N' ? 0 : season - 1)

const parameterCount = (form: EtsForm): number =>
  1 + (form.trend === 'N' ? 0 : 1) + (form.season === 'N' ? 0 : 1) + (form.trend === 'Ad' ? 1 : 0)

function deviation(values: Float64Array): number {
  const mean = values.reduce((a, b) => a + b, 0) / values.length
  return Math.sqrt(values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length) || Math.abs(mean) || 1
}

/**
 * Maximum likelihood fit of one form. `filled` has no gaps (it gives the start); `values` may hold NaN for unknown.
 * `states: 'fitted'` searches the starting states too, as R does; `'heuristic'` keeps them, which a history of many seasons
 * forgives and which is ten times as fast. Null where the likelihood is undefined or the history is shorter than the form's
 * numbers need.
 */
export function fitEts(
  values: Float64Array,
  filled: Float64Array,
  options: { form: EtsForm; season: number; states: 'fitted' | 'heuristic' },
): EtsFit | null {
  const { form, season } = options
  const size = parameterCount(form) + stateCount(form, season) + 1
  if (values.length < size + 1) return null
  const guess = startEts(filled, form, season)
  const layout = {
    form,
    scale: deviation(filled) * 0.5,
    level: Math.abs(guess.level) || 1,
    states: options.states === 'fitted',
    guess,
  }
  const cost = (x: Float64Array): number => {
    const p = readParameters(x, form)
    const run = runEts(values, form, p, readStates(x, p.used, layout))
    return Number.isFinite(run.minusTwoLogLik) ? run.minusTwoLogLik : Number.POSITIVE_INFINITY
  }
  const x0 = startVector(form, season, layout.states)
  if (!Number.isFinite(cost(x0))) return null
  const { x } = minimise(cost, x0, { iterations: layout.states ? 150 : 40, tolerance: layout.states ? 1e-9 : 1e-7 })
  const { used, ...parameters } = readParameters(x, form)
  const start = readStates(x, used, layout)
  return describe(values, { form, parameters, start }, size)
}

/** Likelihood and information criteria of a form with given numbers, as R `ets` prints them. */
export function describe(
  values: Float64Array,
  { form, parameters, start }: Pick<EtsFit, 'form' | 'parameters' | 'start'>,
  size = parameterCount(form) + stateCount(form, start.seasonal.length) + 1,
): EtsFit {
  const run = runEts(values, form, parameters, start, true)
  const aic = run.minusTwoLogLik + 2 * size
  const aicc = aic + (2 * size * (size + 1)) / (run.count - size - 1)
  return { form, parameters, start, run, size, logLik: -0.5 * run.minusTwoLogLik, aic, aicc }
}
