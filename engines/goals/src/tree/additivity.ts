import type { GoalMetric } from '../goal.ts'

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

/** True when the targets of the parts along `axis` must add up to the target of the whole. */
export function addsUpOver(metric: GoalMetric, axis: string): boolean {
  if (metric.kind === 'additive') return true
  return metric.kind === 'distinct' && (CLEAN_SPLITS[metric.id] ?? []).includes(axis)
}

/** Money is whole fen and counts are whole things; everything else may be a fraction. */
export const isWhole = (metric: GoalMetric): boolean => metric.unit === 'money' || metric.unit === 'count'

/** Axis of an auxiliary goal that hangs under a node without being a part of it: UV, CVR and AOV under GMV (P2.08). */
export const DRIVER_AXIS = 'driver'
