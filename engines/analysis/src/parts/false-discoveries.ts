/**
 * Which of many findings stand when some must come by chance: of those kept, at most `rate` are expected to be false.
 * Shape: one answer for each p value, in order; null (not tested) is never kept. `looked` is how many were looked at before these
 * were picked out as the largest, if more: they count as tested without success.
 * Source: Benjamini & Hochberg (1995), Journal of the Royal Statistical Society B 57.
 * @example standing([0.001, 0.04, 0.03], 0.05) // [true, true, true]
 */
export function standing(pValues: readonly (number | null)[], rate: number, looked = 0): boolean[] {
  const tested = pValues.flatMap((p) => (p === null ? [] : [p])).sort((a, b) => a - b)
  const count = Math.max(tested.length, looked)
  const kept = tested.findLastIndex((p, i) => p <= ((i + 1) / count) * rate)
  const limit = kept < 0 ? -1 : (tested[kept] ?? -1)
  return pValues.map((p) => p !== null && p <= limit)
}
