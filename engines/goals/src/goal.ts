import type { Period } from '@zhanggui/kernel'

/**
 * What a goal is set on besides its period: dimension of the metric catalogue → value, e.g. `{ category: '美妆' }` or
 * `{ buyerKind: 'new' }`. Empty: the whole shop.
 */
export type GoalScope = Readonly<Record<string, string>>

/** `atLeast`: more is better (GMV); `atMost`: less is better (refund rate, fee ratio). */
export type GoalDirection = 'atLeast' | 'atMost'

/** The three dimensions of a year's goals (P2.01). */
export const GOAL_DIMENSIONS = ['commercial', 'user', 'brand'] as const
export type GoalDimension = (typeof GOAL_DIMENSIONS)[number]

/**
 * One cell of the goal tree: a metric over a period and a scope, with its target.
 * Values are in the metric's unit: money in fen, ratios as fractions (0.05, not 5), counts as counts.
 * `null` is "not set yet" (the plan's "X"), never 0.
 */
export type Goal = {
  id: string
  /** The goal that this one is a part of; `null` for a root. */
  parentId: string | null
  /** Along what the parent was split to get this part: `'period'` or a dimension; `null` for a root. */
  axis: string | null
  name: string
  /** Metric of the catalogue, or of the plan's own measures (`own:…`). */
  metric: string
  period: Period
  scope: GoalScope
  target: number | null
  /** The same metric over `baselinePeriod`; what the target is judged against. */
  baseline: number | null
  baselinePeriod: Period | null
  direction: GoalDirection
  /** A locked target is not changed by spreading or reconciling. */
  locked: boolean
  floor: number | null
  cap: number | null
  /** Of what a share is a share, in words that a metric defines ("paying orders"); needed for ratios that are shares. */
  denominator: string | null
  dimension: GoalDimension
  /** Big promotions and daily operation have target sets of their own (P2.10). */
  set: 'all' | 'promo' | 'daily'
  owner: string | null
  /** Where the actual comes from: `data`, or a person who enters it. */
  source: 'data' | 'manual'
  /** Finding of this year's diagnosis that justifies the goal (P2.17). */
  diagnosis: string | null
  note: string
}

/**
 * How a metric behaves in a tree. Additive metrics add up over every axis; distinct counts (buyers, UV) add up over no
 * axis but one that splits them cleanly; ratios never add up and hang under their numerator and denominator instead.
 */
export type GoalMetric = {
  id: string
  nameZh: string
  nameEn: string
  unit: 'money' | 'count' | 'ratio' | 'multiple' | 'seconds' | 'days' | 'score'
  kind: 'additive' | 'distinct' | 'ratio' | 'average' | 'snapshot'
  numerator: string | null
  denominator: string | null
  /** Axes along which parts exist: dimensions of the metric. `period` always does. */
  dimensions: readonly string[]
  higherIsBetter: boolean | null
}

/** A stage of the roadmap with its gate (P2.15): it opens when every criterion is met. */
export type Stage = {
  id: string
  name: string
  fromDay: string
  toDay: string
  criteria: readonly { metric: string; op: 'atLeast' | 'atMost'; value: number; scope: GoalScope }[]
}
