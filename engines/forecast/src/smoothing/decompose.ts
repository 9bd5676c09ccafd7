/** A series taken apart; `trend` is NaN on the half season at either end that a centred mean cannot reach. */
export type Decomposed = { trend: Float64Array; figure: Float64Array }

/** Centred moving mean over one season; an even season takes half of both end values, as R `decompose` does. */
export function centredMean(values: ArrayLike<number>, season: number): Float64Array {
  const n = values.length
  const half = Math.floor(season / 2)
  const trend = new Float64Array(n).fill(Number.NaN)
  const even = season % 2 === 0
  for (let t = half; t < n - half; t++) {
    let sum = 0
    for (let i = t - half; i <= t + half; i++) {
      const end = even && (i === t - half || i === t + half)
      sum += (values[i] as number) * (end ? 0.5 : 1)
    }
    trend[t] = sum / season
  }
  return trend
}

/**
 * Classical decomposition by moving means.
 * Shape: `figure` holds one value for each place in the season, place 0 being the first value's; additive figures have mean 0,
 * multiplicative ones mean 1. Needs two full seasons. Source: R stats `decompose`; checked against it.
 */
export function decompose(
  values: ArrayLike<number>,
  { season, multiplicative }: { season: number; multiplicative: boolean },
): Decomposed {
  const trend = centredMean(values, season)
  const sums = new Float64Array(season)
  const counts = new Float64Array(season)
  for (let t = 0; t < values.length; t++) {
    const level = trend[t] as number
    if (Number.isNaN(level)) continue
    const place = t % season
    const value = values[t] as number
    sums[place] = (sums[place] as number) + (multiplicative ? value / level : value - level)
    counts[place] = (counts[place] as number) + 1
  }
  const figure = sums.map((sum, i) => sum / (counts[i] as number))
  const mean = figure.reduce((a, b) => a + b, 0) / season
  return { trend, figure: figure.map((v) => (multiplicative ? v / mean : v - mean)) }
}
