import type { CampaignPhase } from './campaign-phase.ts'

export const THRESHOLD_OPS = ['>', '>=', '<', '<='] as const
export type ThresholdOp = (typeof THRESHOLD_OPS)[number]

export const CHANGE_AGAINST = ['previous', 'sameTimeYesterday', 'sameTimeLastWeek', 'sameCampaignMinute'] as const
export type ChangeAgainst = (typeof CHANGE_AGAINST)[number]

export const DIRECTIONS = ['rise', 'fall'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** Beyond a fixed figure; clears only past `clearAt` (the dead-band between the two stops flapping). */
export type ThresholdTest = { kind: 'threshold'; op: ThresholdOp; value: number; clearAt?: number }

/** Moved by at least `by` (a share: 0.3 is 30 %) against another time. On burst days yesterday is no measure: see `evaluate`. */
export type ChangeTest = { kind: 'change'; against: ChangeAgainst; direction: Direction; by: number }

/** Further than `k` robust standard deviations from the same minute of the week (on burst days: of the campaign). */
export type AnomalyTest = { kind: 'anomaly'; k: number; direction: Direction | 'both' }

/** The last `points` windows each moved the same way. */
export type TrendTest = { kind: 'trend'; points: number; direction: Direction }

/** Nothing came for `minutes`; with `usualMin`, only when that stretch of the week usually brings as much. */
export type AbsenceTest = { kind: 'absence'; minutes: number; usualMin?: number }

/** The line through the last `points` windows crosses `value` within `withinMinutes`, or is beyond it already. */
export type ProjectionTest = {
  kind: 'projection'
  op: ThresholdOp
  value: number
  points: number
  withinMinutes: number
}

export type ConditionTest = ThresholdTest | ChangeTest | AnomalyTest | TrendTest | AbsenceTest | ProjectionTest
export type ConditionTestKind = ConditionTest['kind']

/** What silence means: keep what was, take it as fine, take it as the fault, or tell it as `noData`. */
export const NO_DATA_POLICIES = ['report', 'keep', 'ok', 'fire'] as const
export type NoDataPolicy = (typeof NO_DATA_POLICIES)[number]

/** Dimension → the values that count, e.g. `{ channel: ['search'] }`; an empty object is the whole shop. */
export type MetricSlice = Readonly<Record<string, readonly string[]>>

/**
 * When something is the matter, as data: alerts, playbooks, safeguards and back-tests all ask this one form.
 * Units: money in minor units, ratios as fractions, minutes.
 */
export type MetricCondition = {
  /** Catalogue id, or the id of another watched series. */
  metric: string
  slice: MetricSlice
  /** The figure is that of the last so many whole minutes; 1440 for daily figures. */
  windowMinutes: number
  test: ConditionTest
  /** Fewer observations in the window (visitors, orders: the metric's denominator) judge nothing. */
  minSample?: number
  /** The breach must hold this long before it fires. Default 0. */
  forMinutes?: number
  /** Once firing, being fine must hold this long before it clears. Default 0. */
  clearForMinutes?: number
  /** Only in these phases of a campaign; without it always. */
  phases?: readonly CampaignPhase[]
  /** Default `report`. */
  noData?: NoDataPolicy
}
