/** What a score said, and what it was. */
export type Scored = { score: number; fraud: boolean }

/**
 * How well a score tells fraud from the rest: the chance that a fraud drawn at random scores higher than another order drawn at
 * random, ties counting half (area under the ROC curve). Unit: ratio, 0.5 is a coin.
 * Errors: `null` when there is no fraud, or nothing else.
 * Source: Hanley & McNeil, "The meaning and use of the area under a ROC curve" (1982), by ranks (Mann–Whitney).
 */
export function areaUnderCurve(scored: readonly Scored[]): number | null {
  const sorted = [...scored].sort((a, b) => a.score - b.score)
  const frauds = sorted.filter(({ fraud }) => fraud).length
  const others = sorted.length - frauds
  if (frauds === 0 || others === 0) return null
  let rankSum = 0
  for (let from = 0; from < sorted.length; ) {
    let to = from
    while (to < sorted.length && sorted[to]?.score === sorted[from]?.score) to++
    // Ranks from 1; those with one score share the mean of their ranks.
    const rank = (from + 1 + to) / 2
    for (let i = from; i < to; i++) if (sorted[i]?.fraud) rankSum += rank
    from = to
  }
  return (rankSum - (frauds * (frauds + 1)) / 2) / (frauds * others)
}
