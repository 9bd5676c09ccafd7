import type { Model, ModelFit } from '../model.ts'
import { isSeasonal } from '../smoothing/is-seasonal.ts'
import { chooseEts } from './choose-ets.ts'
import type { EtsForm } from './ets-form.ts'
import { type EtsFit, fitEts } from './fit-ets.ts'
import { etsAhead } from './run-ets.ts'

/**
 * Growth of the h-step error's deviation. Exact for additive forms; for multiplicative ones the same weights hold to first order.
 * Source: Hyndman et al. (2008), table 6.1.
 */
function spreadOf({ form, parameters, start }: EtsFit, horizon: number): Float64Array {
  const { alpha, beta, gamma, phi } = parameters
  const m = start.seasonal.length
  const spread = new Float64Array(horizon)
  let variance = 1
  let sum = 0
  let power = 1
  for (let h = 0; h < horizon; h++) {
    spread[h] = Math.sqrt(variance)
    power *= form.trend === 'Ad' ? phi : 1
    sum += power
    const weight = alpha + (form.trend === 'N' ? 0 : beta * sum) + (m > 0 && (h + 1) % m === 0 ? gamma : 0)
    variance += weight * weight
  }
  return spread
}

/** What a fitted form forecasts. */
export function forecastEts(fit: EtsFit, horizon: number): ModelFit {
  const { mean, base } = etsAhead(fit.form, fit.parameters.phi, fit.run.state, horizon)
  const fitted = fit.run.fitted ?? new Float64Array(fit.run.count).fill(Number.NaN)
  return { mean, season: mean.map((v, i) => v - (base[i] as number)), fitted, spread: spreadOf(fit, horizon) }
}

function plain(form: EtsForm, atLeast: number): Model {
  return ({ history, horizon }) => {
    if (history.length < atLeast) return null
    const fit = fitEts(history, history, { form, season: 0, states: 'fitted' })
    return fit ? forecastEts(fit, horizon) : null
  }
}

/** Simple exponential smoothing: ETS(A,N,N) by maximum likelihood. */
export const ses = plain({ error: 'A', trend: 'N', season: 'N' }, 4)
/** Holt's linear trend: ETS(A,A,N). */
export const holt = plain({ error: 'A', trend: 'A', season: 'N' }, 6)
/** Holt's trend, damped: ETS(A,Ad,N). */
export const dampedHolt = plain({ error: 'A', trend: 'Ad', season: 'N' }, 8)

/** The ETS family by AICc, starting states fitted: what R `ets` does. */
export const ets: Model = ({ history, horizon, season }) => {
  const fit = chooseEts(history, history, { season, states: 'fitted' })
  return fit ? forecastEts(fit, horizon) : null
}

/** Forms that between them follow what shop series do; the rest of the family seldom wins by more than its cost in time. */
const BRIEF_PLAIN: readonly EtsForm[] = [
  { error: 'A', trend: 'N', season: 'N' },
  { error: 'A', trend: 'Ad', season: 'N' },
]
const BRIEF_SEASONAL: readonly EtsForm[] = [
  { error: 'A', trend: 'N', season: 'A' },
  { error: 'M', trend: 'N', season: 'M' },
  { error: 'M', trend: 'Ad', season: 'M' },
]
/** From this many seasons on, heuristic starting states are forgotten long before the end. */
const SEASONS_FOR_HEURISTIC = 8

/** Older values than this hardly move a smoothing forecast, but cost as much as the recent ones. */
const MOST_VALUES = 400

/** A model on the last `MOST_VALUES` only; nothing is fitted before them. */
const onRecent =
  (model: Model): Model =>
  (input) => {
    const extra = input.history.length - MOST_VALUES
    if (extra <= 0) return model(input)
    const fit = model({ ...input, history: input.history.subarray(extra) })
    if (!fit) return null
    const fitted = new Float64Array(input.history.length).fill(Number.NaN)
    fitted.set(fit.fitted, extra)
    return { ...fit, fitted }
  }

/** A short list of the family by AICc, for choosing among many models on many origins. */
export const etsBrief: Model = onRecent(({ history, horizon, season }) => {
  const positive = history.every((v) => v > 0)
  const seasonal = season <= 24 && isSeasonal(history, season)
  const forms = (seasonal ? BRIEF_SEASONAL : BRIEF_PLAIN).filter((f) => positive || f.error === 'A')
  const states = history.length >= SEASONS_FOR_HEURISTIC * season && history.length > 60 ? 'heuristic' : 'fitted'
  const fit = chooseEts(history, history, { season, states, forms })
  return fit ? forecastEts(fit, horizon) : null
})

/** Holt's damped trend for choosing among many: starting states fitted only where the history is short. */
export const dampedHoltBrief: Model = onRecent((input) => {
  const { history, horizon } = input
  if (history.length <= 60) return dampedHolt(input)
  const fit = fitEts(history, history, {
    form: { error: 'A', trend: 'Ad', season: 'N' },
    season: 0,
    states: 'heuristic',
  })
  return fit ? forecastEts(fit, horizon) : null
})
