import { forecastSeries, type ModelId } from '../../src/index.ts'
import { coverage, mase, rmsse } from '../../src/measures/accuracy.ts'
import { SEASON_LENGTH } from '../../src/series/series.ts'
import type { BenchSeries, BenchSet } from './bench-series.ts'

export const LEVELS = [0.8, 0.95] as const

export type Judged = {
  model: string
  mase: number | null
  rmsse: number | null
  coverage: (number | null)[]
  total: (number | null)[]
  chosen: string
  /** Sums over the horizon; `sold` is null where a period is unknown. */
  foreseen: number
  sold: number | null
  ms: number
}

/** What a model foresees of the `horizon` periods after `end`, told nothing after `end` but what is known ahead. */
export function judge(
  one: BenchSeries,
  { end, horizon, model }: { end: number; horizon: number; model: 'auto' | ModelId },
): Judged {
  const { series } = one
  const history = series.values.slice(0, end)
  const actual = series.values.slice(end, end + horizon)
  const started = performance.now()
  const forecast = forecastSeries({
    series: { ...series, values: history },
    horizon: actual.length,
    events: one.events,
    regressors: one.regressors.map((r) => ({ ...r, values: r.values.slice(0, end + actual.length) })),
    model,
    intervals: LEVELS,
    seed: 1,
  })
  const ms = performance.now() - started
  const means = forecast.values.map((v) => v.mean)
  const season = SEASON_LENGTH[series.grain]
  const sum = actual.every((v) => v !== null) ? actual.reduce<number>((a, b) => a + (b ?? 0), 0) : null
  return {
    model,
    ms,
    chosen: forecast.members.map((m) => m.model).join('+'),
    mase: mase({ actual, forecast: means, history, season }),
    rmsse: rmsse({ actual, forecast: means, history, season }),
    coverage: LEVELS.map((_, i) =>
      coverage({
        actual,
        lower: forecast.values.map((v) => v.lower[i] as number),
        upper: forecast.values.map((v) => v.upper[i] as number),
      }),
    ),
    foreseen: means.reduce((a, b) => a + b, 0),
    sold: sum,
    total: LEVELS.map((_, i) =>
      coverage({
        actual: [sum],
        lower: [forecast.total.lower[i] as number],
        upper: [forecast.total.upper[i] as number],
      }),
    ),
  }
}

/** Ends of the visible history, the latest last; origins lie one horizon apart, so no period is judged twice. */
export const endsOf = ({ horizon, origins }: BenchSet, length: number): number[] =>
  Array.from({ length: origins }, (_, k) => length - horizon * (origins - k))
