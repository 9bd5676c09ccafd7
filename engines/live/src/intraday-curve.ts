import { type DayCourse, MINUTES_OF_DAY, soFarAt } from './day-course.ts'

/** How a day of this kind usually goes: the share of the day's total at the end of each minute, and the days it was learned from. */
export type IntradayCurve = { share: readonly number[]; days: readonly DayCourse[] }

/** Minutes to either side over which the course is smoothed: single orders of a small shop are no pattern. */
const SMOOTH_MINUTES = 15

function smooth(values: readonly number[]): number[] {
  const sums = [0]
  for (const value of values) sums.push((sums.at(-1) ?? 0) + value)
  return values.map((_, i) => {
    const reach = Math.min(SMOOTH_MINUTES, i, values.length - 1 - i)
    return ((sums[i + reach + 1] ?? 0) - (sums[i - reach] ?? 0)) / (2 * reach + 1)
  })
}

/**
 * Learns the usual course of a day from past days of the same kind (ordinary days, or burst days of campaigns).
 * Each day counts the same, however large: a share is the mean of the days' shares. Days that brought nothing say nothing.
 * Shape: 1,440 shares that never fall, the last is 1; null without a day that brought something.
 */
export function learnCurve(courses: readonly DayCourse[]): IntradayCurve | null {
  const days = courses.filter((d) => d.total > 0)
  if (days.length === 0) return null
  const means = Array.from(
    { length: MINUTES_OF_DAY },
    (_, m) => days.reduce((sum, d) => sum + (d.cumulative[m] ?? 0) / d.total, 0) / days.length,
  )
  // Reaches shrink towards both ends, so the smoothed course still begins where the day begins and ends at 1.
  return { share: smooth(means), days }
}

/** The share of a usual day that is over after `minute` minutes; 0 at its start, 1 at its end. */
export const shareAt = (curve: IntradayCurve, minute: number): number =>
  minute <= 0 ? 0 : (curve.share[Math.min(minute, MINUTES_OF_DAY) - 1] ?? 1)

/** What the days had brought after `minute` minutes, and what they brought in the end. */
export const stagesAt = (curve: IntradayCurve, minute: number): { soFar: number; total: number }[] =>
  curve.days.map((day) => ({ soFar: soFarAt(day, minute), total: day.total }))
