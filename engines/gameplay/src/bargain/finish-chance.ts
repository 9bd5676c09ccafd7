import { assert } from '@zhanggui/kernel'

/**
 * Probability that at least `needed` friends come when `mean` are expected (Poisson arrivals), basis points, rounded down: what is
 * shown to a player must not promise more than there is.
 * @example finishChanceBp({ needed: 1, mean: Math.LN2 }) // 5000
 */
export function finishChanceBp({ needed, mean }: { needed: number; mean: number }): number {
  assert(mean >= 0 && Number.isFinite(mean), 'a mean of arrivals is a number of at least 0')
  if (needed <= 0) return 10_000
  if (mean === 0) return 0
  // Terms in logarithms: the first alone underflows for means above 745.
  let logTerm = -mean
  let below = Math.exp(logTerm)
  for (let k = 1; k < needed; k++) {
    logTerm += Math.log(mean / k)
    below += Math.exp(logTerm)
  }
  return Math.max(0, Math.floor((1 - below) * 10_000 + 1e-9))
}
