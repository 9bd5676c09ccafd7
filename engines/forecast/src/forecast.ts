import type { BusinessDay } from '@zhanggui/kernel'
import type { Influence } from './decomposition/influences.ts'
import type { EventSpan } from './series/event-span.ts'
import type { Regressor } from './series/regressor.ts'
import type { Series } from './series/series.ts'

/** Models by name; `auto` chooses among them, `combination` is a mean of the best that `auto` may answer with. */
export const MODEL_IDS = [
  'naive',
  'drift',
  'seasonalNaive',
  'ses',
  'holt',
  'dampedHolt',
  'holtWintersAdditive',
  'holtWintersMultiplicative',
  'ets',
  'theta',
  'croston',
  'sba',
  'tsb',
  'adida',
  'decomposition',
] as const
export type ModelId = (typeof MODEL_IDS)[number]

export type ForecastRequest = {
  series: Series
  /** Periods ahead. */
  horizon: number
  events?: readonly EventSpan[]
  regressors?: readonly Regressor[]
  model?: 'auto' | ModelId
  /** Levels of the prediction intervals, as ratios: `[0.8, 0.95]`. */
  intervals: readonly number[]
  /** Draws of the intervals' simulation come from it: same request, same answer. */
  seed: string | number
}

/** What the mean is made of, in the series' unit. `base + season + event + promotion` equals the mean exactly, added in that order. */
export type ForecastParts = { base: number; season: number; event: number; promotion: number }

/** `lower` and `upper` are in the order of the requested levels. */
export type ForecastValue = {
  /** First day of the period. */
  period: BusinessDay
  mean: number
  lower: number[]
  upper: number[]
  parts: ForecastParts
}

/** `mase` and `rmsse` are means over the origins; null where the history gives no scale (a constant one). */
export type CandidateScore = { model: ModelId | 'combination'; mase: number | null; rmsse: number | null }

/** The rolling-origin back-test on the history's end; null when the history is too short for one. */
export type Backtest = {
  origins: number
  horizon: number
  mase: number | null
  rmsse: number | null
  /** Seasonal naive's figures (naive's, where the history is shorter than a season): what must be beaten. */
  naive: { mase: number | null; rmsse: number | null }
  /** Share of held-out values inside each interval, each origin judged by intervals that had not seen it. */
  coverage: { level: number; share: number | null }[]
  candidates: CandidateScore[]
}

export const WARNING_CODES = [
  'shortHistory',
  'constantHistory',
  'allZero',
  'gapsFilled',
  'leadingZerosDropped',
  'trailingZeros',
  'levelShift',
  'intermittent',
  'intervalAssumed',
  'eventUnseen',
  'regressorUnknownAhead',
  'regressorBeyondHistory',
  'modelReplaced',
] as const
export type WarningCode = (typeof WARNING_CODES)[number]

/** `detail` holds the figures or names behind the code, for the interface's own sentence. */
export type ForecastWarning = { code: WarningCode; detail: string }

export type Forecast = {
  model: ModelId | 'combination'
  /** The models that a combination averages, the heaviest first; the model alone otherwise. Weights sum to 1. */
  members: { model: ModelId; weight: number }[]
  values: ForecastValue[]
  /** The sum over the horizon with its own intervals, which adding up the periods' would not give. */
  total: { mean: number; lower: number[]; upper: number[] }
  backtest: Backtest | null
  /** What the regressors were found to do, by the decomposition of the whole history. */
  influences: Influence[]
  warnings: ForecastWarning[]
}
