import type { GoalMetric, GoalScope } from '../goal.ts'

/**
 * Axes along which a distinct count may be added up after all, because nothing is counted in two parts: an order is paid
 * on one day, in one place, by one kind of buyer; a buyer is new once; and within one range a buyer is new or returning.
 * By metric of the catalogue. UV and buyers are in no such row for `period`: the same person comes on many days.
 */
const CLEAN_SPLITS: Readonly<Record<string, readonly string[]>> = {
  orders: ['period', 'buyerKind', 'memberTier', 'province', 'promoPeriod', 'weekday'],
  newBuyers: ['period'],
  buyers: ['buyerKind'],
}

/**
 * Dimensions whose words mean something else in every period: a buyer who is new in the year is returning in most of its
 * months. Their values add up to the whole of each period, but a value's months do not add up to its year.
 */
const BOUND_TO_PERIOD: ReadonlySet<string> = new Set(['buyerKind'])

export const isBoundToPeriod = (dimension: string): boolean => BOUND_TO_PERIOD.has(dimension)

/** True when the targets of the parts along `axis` must add up to the target of the whole, which is set on `scope`. */
export function addsUpOver(metric: GoalMetric, axis: string, scope: GoalScope = {}): boolean {
  if (axis === 'period' && Object.keys(scope).some(isBoundToPeriod)) return false
  if (metric.kind === 'additive') return true
  return metric.kind === 'distinct' && (CLEAN_SPLITS[metric.id] ?? []).includes(axis)
}

/** Money is whole fen and counts are whole things; everything else may be a fraction. */
export const isWhole = (metric: GoalMetric): boolean => metric.unit === 'money' || metric.unit === 'count'

/** Axis of an auxiliary goal that hangs under a node without being a part of it: UV, CVR and AOV under GMV (P2.08). */
export const DRIVER_AXIS = 'driver'
