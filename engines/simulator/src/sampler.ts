import { assert, type Rng } from '@zhanggui/kernel'

/** Draws an index by weight. */
export type Sampler = (rng: Rng) => number

/**
 * Prepares a weighted draw once, so that each draw is a binary search: `rng.pick` adds all weights up at every draw, which
 * a million visits feel. Errors: throws when no weight is positive.
 */
export function createSampler(weights: readonly number[]): Sampler {
  const cumulative = new Float64Array(weights.length)
  let total = 0
  for (const [index, weight] of weights.entries()) {
    assert(weight >= 0, 'weights are not negative')
    total += weight
    cumulative[index] = total
  }
  assert(total > 0, 'a draw needs a positive weight')
  const last = weights.length - 1
  return (rng) => {
    const target = rng.next() * total
    let [low, high] = [0, last]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((cumulative[middle] ?? total) > target) high = middle
      else low = middle + 1
    }
    return low
  }
}
