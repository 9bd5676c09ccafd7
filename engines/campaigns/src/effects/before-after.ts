/** A figure of days before and after something began, of what was changed and of what was left as it was. */
export type BeforeAfter = {
  before: readonly number[]
  after: readonly number[]
  controlBefore: readonly number[]
  controlAfter: readonly number[]
}

export type MeasuredEffect = {
  /** Change of the daily figure beyond the control's own change; null without days on each side. */
  effect: number | null
  low: number | null
  high: number | null
  /** The effect against what would have been; null when that is zero. */
  share: number | null
}

const NOTHING: MeasuredEffect = { effect: null, low: null, high: null, share: null }
const Z95 = 1.959964

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
const meanVariance = (values: readonly number[]): number => {
  if (values.length < 2) return 0
  const middle = mean(values)
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1) / values.length
}

/**
 * What an improvement changed (P3.26): difference in differences of daily figures, with 95 % bounds from the days' spread. What
 * happened to both (a season, a promotion) cancels out. The control is put on the level of what was changed by the ratio of their
 * means before, so that a smaller control does not hide a change.
 * Errors: every figure null where one of the four has no day, or the control was at zero before.
 */
export function measureEffect({ before, after, controlBefore, controlAfter }: BeforeAfter): MeasuredEffect {
  if ([before, after, controlBefore, controlAfter].some((days) => days.length === 0)) return NOTHING
  const level = mean(controlBefore) === 0 ? null : mean(before) / mean(controlBefore)
  if (level === null) return NOTHING
  const expected = mean(controlAfter) * level
  const effect = mean(after) - expected
  const error =
    Z95 *
    Math.sqrt(
      meanVariance(after) +
        meanVariance(before) +
        level ** 2 * (meanVariance(controlAfter) + meanVariance(controlBefore)),
    )
  return { effect, low: effect - error, high: effect + error, share: expected === 0 ? null : effect / expected }
}
