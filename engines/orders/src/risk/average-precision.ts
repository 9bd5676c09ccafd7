import type { Scored } from './area-under-curve.ts'

/**
 * Precision averaged over the frauds in the order in which the score finds them; orders of one score are found together.
 * Unit: ratio; a coin reaches the share of frauds. Errors: `null` without a fraud.
 * Source: the definition of scikit-learn's `average_precision_score`, Σ (Rₙ − Rₙ₋₁) Pₙ.
 */
export function averagePrecision(scored: readonly Scored[]): number | null {
  const sorted = [...scored].sort((a, b) => b.score - a.score)
  const frauds = sorted.filter(({ fraud }) => fraud).length
  if (frauds === 0) return null
  let sum = 0
  let found = 0
  for (let from = 0; from < sorted.length; ) {
    const { score } = sorted[from] as Scored
    let to = from
    let here = 0
    for (; to < sorted.length && sorted[to]?.score === score; to++) if (sorted[to]?.fraud) here++
    found += here
    sum += (here / frauds) * (found / to)
    from = to
  }
  return sum
}
