import { addDays, type BusinessDay, daysBetween, periodDays } from '@zhanggui/kernel'
import type { Goal } from '../goal.ts'

/**
 * 达成 / 有风险 / 落后. `achieved`: the forecast's lower limit meets the target (or the period is over and the target is met);
 * `atRisk`: the target lies within the interval, or is missed so far by a figure without an interval while days remain;
 * `behind`: not even the upper limit meets it. For "at most" goals the limits change places. `unset`: no target. `unknown`: no figure to judge by.
 */
export const ATTAINMENT_STATUSES = ['achieved', 'atRisk', 'behind', 'unset', 'unknown'] as const
export type AttainmentStatus = (typeof ATTAINMENT_STATUSES)[number]

/** The figure at the end of the period. Without a forecast the three are the same. */
export type PeriodEnd = { mean: number; lower: number; upper: number }

export type Attainment = {
  goal: string
  target: number | null
  /** To date; null while unknown. */
  actual: number | null
  /** Actual ÷ target. */
  rate: number | null
  end: PeriodEnd | null
  /** Target less expected end: positive is missing (for "at most": end less target). */
  gap: number | null
  daysGone: number
  daysLeft: number
  /** A day so far, and a day from now on to meet the target; null where days do not add up. */
  perDay: number | null
  neededPerDay: number | null
  /** Needed ÷ so far: 1.2 means that each day must bring a fifth more. */
  catchUp: number | null
  status: AttainmentStatus
}

export type AttainmentInput = {
  goal: Goal
  /** True when the figure adds up over days. */
  additive: boolean
  actual: number | null
  end: PeriodEnd | null
  /** First day that is not over: what happened before it counts as actual. */
  asOf: BusinessDay
}

function statusOf({ target, direction }: Goal, end: PeriodEnd | null, daysLeft: number): AttainmentStatus {
  if (target === null) return 'unset'
  if (!end) return 'unknown'
  const [worst, best] = direction === 'atLeast' ? [end.lower, end.upper] : [end.upper, end.lower]
  const meets = (value: number): boolean => (direction === 'atLeast' ? value >= target : value <= target)
  if (meets(worst)) return 'achieved'
  // A rate to date without a forecast may still change; nothing says that it cannot meet the target.
  const open = end.lower === end.upper && daysLeft > 0
  return meets(best) || open ? 'atRisk' : 'behind'
}

function clip(day: BusinessDay, from: BusinessDay, to: BusinessDay): BusinessDay {
  if (day < from) return from
  return day > to ? to : day
}

const over = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

/** How far a goal is, where it is heading and what it would take. See `Attainment` for the rule of each figure. */
export function attainment({ goal, additive, actual, end, asOf }: AttainmentInput): Attainment {
  const { from, to } = periodDays(goal.period)
  const today = clip(asOf, from, to)
  const [daysGone, daysLeft] = [daysBetween(from, today), daysBetween(today, to)]
  const { target, direction } = goal
  const toGo = target === null || actual === null ? null : target - actual
  const perDay = additive && actual !== null ? over(actual, daysGone) : null
  const neededPerDay = additive && toGo !== null && daysLeft > 0 ? Math.max(0, toGo) / daysLeft : null
  const sign = direction === 'atLeast' ? 1 : -1
  return {
    goal: goal.id,
    target,
    actual,
    rate: target === null || actual === null ? null : over(actual, target),
    end,
    gap: target === null || !end ? null : sign * (target - end.mean),
    daysGone,
    daysLeft,
    perDay,
    neededPerDay,
    catchUp: neededPerDay === null || perDay === null ? null : over(neededPerDay, perDay),
    status: statusOf(goal, end, daysLeft),
  }
}

/** The first day after the data: what `asOf` means when nobody names a day. */
export const dayAfter = (lastDay: BusinessDay): BusinessDay => addDays(lastDay, 1)
