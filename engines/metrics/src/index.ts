export { type AnswerInput, type AnswerRow, answerQuery, type QueryOrder } from './answer-query.ts'
export { findMetric, getMetric, METRICS } from './catalogue/index.ts'
export type { RangeFacts, SqlRow } from './cells.ts'
export { type CohortRates, cohortRates, overallRates } from './cohort-rates.ts'
export {
  type Cohort,
  type CohortGrain,
  type CohortMeasure,
  type CohortRow,
  cohortSql,
  cohortTable,
} from './cohorts.ts'
export { compareId } from './compare-id.ts'
export { COMPARISONS, type Comparison, compareRange } from './compare-range.ts'
export type { ComparedFacts } from './compared-cells.ts'
export {
  compileCounted,
  compileGroup,
  compileKeys,
  compileStretches,
  MAX_CELLS,
  standsAlone,
  togetherBy,
} from './compile-query.ts'
export {
  type Coverage,
  type CoverageRow,
  coverageSql,
  hasStretches,
  joinCoverages,
  readCoverage,
} from './coverage.ts'
export { dictionary, type MetricEntry } from './dictionary.ts'
export { dictionaryPage } from './dictionary-page.ts'
export { DIMENSIONS, type DimensionId, isDimensionId } from './dimension.ts'
export { type DimensionValue, dimensionValues } from './dimension-values.ts'
export { type ComparedStretch, type Elapsed, elapsedPart, type RunningDay } from './elapsed.ts'
export { evaluateMetric } from './evaluate-metric.ts'
export { describeExpression, measuresOf } from './expression.ts'
export {
  FUNNEL_FILTERS,
  FUNNEL_GROUPS,
  type FunnelGroup,
  type FunnelQuestion,
  type FunnelRow,
  type FunnelStep,
  funnelGroups,
  funnelParams,
  funnelSql,
  funnelSteps,
  isFunnelFilter,
} from './funnel.ts'
export { type FunnelLoss, LOSS_Z, worstLoss } from './funnel-loss.ts'
export type { Measure, Source, Together } from './measure.ts'
export { getMeasure, MEASURES } from './measures/index.ts'
export type { Metric, MetricEnd, MetricGroup, MetricKind, Unit } from './metric.ts'
export { type PartialFigure, partialFigures } from './partial-figures.ts'
export { countPeriods, type Period, periodsBetween } from './period.ts'
export { planQuery, type QueryFilter, type QueryGroup, type QueryPlan } from './plan-query.ts'
export { type QueryCalendar, queryCalendar } from './query-calendar.ts'
export { type QueryError, queryError } from './query-error.ts'
export { type QueryParams, queryParams } from './query-params.ts'
export { getSource, SOURCES } from './sources/index.ts'
export { hullOf, stretchParams } from './stretches.ts'
export { isTimeGrain, TIME_GRAINS, type TimeGrain } from './time-grain.ts'
export {
  channelParams,
  channelSql,
  type ShopChannel,
  TRAFFIC_CLASSES,
  type TrafficClassId,
  trafficClassSql,
} from './traffic-class.ts'
