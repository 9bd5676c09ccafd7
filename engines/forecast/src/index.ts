export type { Influence } from './decomposition/influences.ts'
export {
  type Backtest,
  type CandidateScore,
  type Forecast,
  type ForecastParts,
  type ForecastRequest,
  type ForecastValue,
  type ForecastWarning,
  MODEL_IDS,
  type ModelId,
  WARNING_CODES,
  type WarningCode,
} from './forecast.ts'
export { type BatchItem, forecastBatch } from './forecast-batch.ts'
export { forecastSeries } from './forecast-series.ts'
export { classifyDemand, type DemandPattern } from './intermittent/classify-demand.ts'
export {
  type Compared,
  coverage,
  mae,
  mape,
  mase,
  naiveScale,
  pinball,
  rmse,
  rmsse,
  smape,
  wrmsse,
} from './measures/accuracy.ts'
export {
  RECONCILE_METHODS,
  type Reconciled,
  type ReconcileMethod,
  type ReconcileRequest,
  reconcile,
} from './reconcile/reconcile.ts'
export { roundParts } from './reconcile/round-whole.ts'
export type { Structure } from './reconcile/structure.ts'
export { type RisingCategory, risingCategories } from './season/rising-categories.ts'
export {
  type OutlookCategory,
  type OutlookPeak,
  type OutlookStatus,
  type SeasonOutlook,
  seasonOutlook,
} from './season/season-outlook.ts'
export {
  type DailyHistory,
  type SeasonalShape,
  type ShapeWarning,
  seasonalShape,
  wholeWeights,
} from './season/seasonal-shape.ts'
export { type EventDay, type EventSpan, eventSpans } from './series/event-span.ts'
export { ForecastError, type ForecastErrorCode } from './series/forecast-error.ts'
export { REGRESSOR_KINDS, type Regressor, type RegressorKind } from './series/regressor.ts'
export { type Grain, PERIODS_PER_YEAR, periodIndex, periodStart, SEASON_LENGTH, type Series } from './series/series.ts'
