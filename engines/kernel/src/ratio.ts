/**
 * numerator ÷ denominator, or `null` when the denominator is zero or either side is unknown: a ratio of nothing is not 0.
 * @example ratio(30, 1200) // 0.025
 */
export function ratio(numerator: number | null, denominator: number | null): number | null {
  if (numerator === null || denominator === null || denominator === 0) return null
  return numerator / denominator
}
