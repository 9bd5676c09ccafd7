export { CAMPAIGN_PHASES, type CampaignPhase } from './campaign-phase.ts'

export { type ConditionFault, conditionFaults } from './condition-faults.ts'
export { describeCondition, type MetricWords, spanOf, type WordsIn } from './describe-condition.ts'
export {
  type ConditionMemory,
  type ConditionState,
  type Evaluation,
  type Evidence,
  evaluate,
  NEW_MEMORY,
} from './evaluate.ts'
export { campaignLookBackMinutes, lookBackMinutes } from './look-back.ts'
export {
  type AbsenceTest,
  type AnomalyTest,
  CHANGE_AGAINST,
  type ChangeAgainst,
  type ChangeTest,
  type ConditionTest,
  type ConditionTestKind,
  DIRECTIONS,
  type Direction,
  type MetricCondition,
  type MetricSlice,
  NO_DATA_POLICIES,
  type NoDataPolicy,
  type ProjectionTest,
  THRESHOLD_OPS,
  type ThresholdOp,
  type ThresholdTest,
  type TrendTest,
} from './metric-condition.ts'
export { type Combine, type MetricSeries, type SeriesPoint, type WindowFigure, windowBack } from './metric-series.ts'
export { type ConditionReplay, type ReplayedFiring, type ReplayRange, replayCondition } from './replay-condition.ts'
export { median, robustLine, robustSpread } from './robust.ts'
export type { ReasonCode } from './test-outcome.ts'
export { stepsToLimit } from './tests/projection.ts'
