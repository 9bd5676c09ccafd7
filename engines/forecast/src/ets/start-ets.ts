import { decompose } from '../smoothing/decompose.ts'
import type { EtsForm } from './ets-form.ts'
import type { EtsState } from './run-ets.ts'

function line(values: Float64Array, length: number): { level: number; trend: number } {
  const n = Math.min(length, values.length)
  const centre = (n + 1) / 2
  let mean = 0
  for (let i = 0; i < n; i++) mean += (values[i] as number) / n
  let cross = 0
  let square = 0
  for (let i = 0; i < n; i++) {
    cross += (i + 1 - centre) * ((values[i] as number) - mean)
    square += (i + 1 - centre) ** 2
  }
  const trend = square === 0 ? 0 : cross / square
  return { level: mean - trend * centre, trend }
}

/** Seasonal figure from the classical decomposition; for under two seasons, deviations of the first season's values. */
function startingFigure(values: Float64Array, season: number, multiplicative: boolean): Float64Array {
  if (values.length >= 2 * season + 1) {
    // Ten seasons settle a start; more would only cost time on a daily history of years.
    return decompose(values.subarray(0, Math.min(values.length, 10 * season)), { season, multiplicative }).figure
  }
  const first = values.subarray(0, season)
  const mean = first.reduce((a, b) => a + b, 0) / first.length || 1
  return Float64Array.from({ length: season }, (_, i) => {
    const v = first[i] ?? mean
    return multiplicative ? v / mean : v - mean
  })
}

/**
 * Starting state by the heuristic of R `ets`: figure by classical decomposition, level and trend by a line through the first
 * ten deseasonalised values (two seasons of them if that is more). `values` has no gaps.
 */
export function startEts(values: Float64Array, form: EtsForm, season: number): EtsState {
  const seasonal = form.season === 'N' ? new Float64Array(0) : startingFigure(values, season, form.season === 'M')
  const adjusted =
    form.season === 'N'
      ? values
      : values.map((v, t) => {
          const s = seasonal[t % season] as number
          return form.season === 'M' ? v / Math.max(s, 0.01) : v - s
        })
  const length = form.season === 'N' ? 10 : Math.max(10, 2 * season)
  if (form.trend === 'N') {
    const head = adjusted.subarray(0, length)
    return { level: head.reduce((a, b) => a + b, 0) / head.length, trend: 0, seasonal }
  }
  return { ...line(adjusted, length), seasonal }
}
