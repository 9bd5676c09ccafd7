/** A value with its weight in a weighted quantile. */
export type Weighted = { value: number; weight: number }

/**
 * Weighted quantile, linear between the middles of the weights; `probability` in [0, 1]. Equal weights give Hazen's rule
 * (type 5 of Hyndman & Fan 1996). NaN for an empty list.
 */
export function weightedQuantile(sorted: readonly Weighted[], probability: number): number {
  const total = sorted.reduce((sum, { weight }) => sum + weight, 0)
  let passed = 0
  let previous: { value: number; at: number } | null = null
  for (const { value, weight } of sorted) {
    const at = (passed + weight / 2) / total
    if (at >= probability) {
      if (!previous) return value
      const share = (probability - previous.at) / (at - previous.at)
      return previous.value + share * (value - previous.value)
    }
    passed += weight
    previous = { value, at }
  }
  return previous?.value ?? Number.NaN
}
