import { fitEts } from '../ets/fit-ets.ts'
import type { Model, ModelFit } from '../model.ts'
import { decompose } from '../smoothing/decompose.ts'
import { isSeasonal } from '../smoothing/is-seasonal.ts'

const slopeOf = (values: Float64Array): number => {
  const centre = (values.length - 1) / 2
  let cross = 0
  let square = 0
  for (let t = 0; t < values.length; t++) {
    cross += (t - centre) * (values[t] as number)
    square += (t - centre) ** 2
  }
  return square === 0 ? 0 : cross / square
}

type Season = { figure: Float64Array; multiplicative: boolean }

function seasonOf(values: Float64Array, season: number): Season | null {
  if (!isSeasonal(values, season)) return null
  const multiplicative = values.every((v) => v > 0)
  const { figure } = decompose(values, { season, multiplicative })
  return multiplicative && figure.some((v) => v < 1e-4) ? null : { figure, multiplicative }
}

const withSeason = (value: number, at: number, season: Season | null, direction: 1 | -1): number => {
  if (!season) return value
  const s = season.figure[at % season.figure.length] as number
  if (season.multiplicative) return direction === 1 ? value * s : value / s
  return value + direction * s
}

/**
 * The Theta method: the mean of a trend line and of exponential smoothing of the doubled curvature, on deseasonalised values.
 * Source: Assimakopoulos & Nikolopoulos (2000); in the form of Hyndman & Billah (2003), as R forecast `thetaf`, checked against it.
 */
export const theta: Model = ({ history, horizon, season }) => {
  const n = history.length
  if (n < 4) return null
  const pattern = seasonOf(history, season)
  const adjusted = history.map((v, t) => withSeason(v, t, pattern, -1))
  const fit = fitEts(adjusted, adjusted, { form: { error: 'A', trend: 'N', season: 'N' }, season: 0, states: 'fitted' })
  if (!fit) return null
  const { alpha } = fit.parameters
  const half = slopeOf(adjusted) / 2
  const lag = (1 - (1 - alpha) ** n) / alpha
  const base = Float64Array.from({ length: horizon }, (_, h) => fit.run.state.level + half * (h + lag))
  const mean = base.map((v, h) => withSeason(v, n + h, pattern, 1))
  const smooth = fit.run.fitted ?? new Float64Array(n)
  const fitted = smooth.map((v, t) =>
    withSeason(v + half * ((1 - (1 - alpha) ** Math.max(t, 1)) / alpha), t, pattern, 1),
  )
  return {
    mean,
    season: mean.map((v, h) => v - (base[h] as number)),
    fitted,
    spread: Float64Array.from({ length: horizon }, (_, h) => Math.sqrt(1 + h * alpha * alpha)),
  } satisfies ModelFit
}
