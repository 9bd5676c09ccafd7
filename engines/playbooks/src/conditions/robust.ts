/** Middle of the values, the mean of the two middle ones for an even count; null for none. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

/** Makes the median absolute deviation of a normal sample its standard deviation: 1 ÷ Φ⁻¹(3/4). */
const MAD_TO_SIGMA = 1.4826

/** Centre and spread that a few wild values cannot move. Spread in the unit of the values; null for none. */
export function robustSpread(values: readonly number[]): { centre: number; sigma: number } | null {
  const centre = median(values)
  if (centre === null) return null
  const deviation = median(values.map((value) => Math.abs(value - centre))) ?? 0
  return { centre, sigma: MAD_TO_SIGMA * deviation }
}

/**
 * Theil–Sen line through evenly spaced values: the median of all pairwise slopes, so that one wild day does not turn it.
 * Shape: slope a step, and the level at the last value; null below two values.
 */
export function robustLine(values: readonly number[]): { slope: number; atEnd: number } | null {
  const slopes: number[] = []
  for (const [i, left] of values.entries())
    for (const [j, right] of values.entries()) if (j > i) slopes.push((right - left) / (j - i))
  const slope = median(slopes)
  if (slope === null) return null
  const end = values.length - 1
  const atEnd = median(values.map((value, i) => value + slope * (end - i)))
  return atEnd === null ? null : { slope, atEnd }
}
