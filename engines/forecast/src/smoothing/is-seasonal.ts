/** 95 % point of the standard normal, for the one-sided test below. */
const Z95 = 1.6448536269514722

/**
 * Whether the autocorrelation at one season stands out (Bartlett's bound, one-sided 5 %).
 * Source: R forecast `thetaf`, after Assimakopoulos & Nikolopoulos (2000). False for two seasons or less.
 */
export function isSeasonal(values: Float64Array, season: number): boolean {
  const n = values.length
  if (season < 2 || n <= 2 * season) return false
  const mean = values.reduce((a, b) => a + b, 0) / n
  let variance = 0
  for (const v of values) variance += (v - mean) ** 2
  if (variance === 0) return false
  const correlation = (lag: number): number => {
    let sum = 0
    for (let t = lag; t < n; t++) sum += ((values[t] as number) - mean) * ((values[t - lag] as number) - mean)
    return sum / variance
  }
  let squares = 0
  for (let lag = 1; lag < season; lag++) squares += correlation(lag) ** 2
  return Math.abs(correlation(season)) / Math.sqrt((1 + 2 * squares) / n) > Z95
}
