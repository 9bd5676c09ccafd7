import type { Rng } from '@zhanggui/kernel'

/** Worth of a coalition of any size. */
export type SetWorth = (has: readonly boolean[]) => number

export type SampledValue = { value: number; standardError: number }

function shuffle(order: number[], rng: Rng): void {
  for (let i = order.length - 1; i > 0; i--) {
    const other = rng.int(i + 1)
    const kept = order[i] ?? 0
    order[i] = order[other] ?? 0
    order[other] = kept
  }
}

/** What each player adds when they come in this order. */
function addedInOrder(order: readonly number[], worth: SetWorth, none: number): number[] {
  const has = order.map(() => false)
  const added = order.map(() => 0)
  let before = none
  for (const player of order) {
    has[player] = true
    const now = worth(has)
    added[player] = now - before
    before = now
  }
  return added
}

/**
 * Shapley's value from random orders, each taken forwards and backwards: who comes early in one comes late in the other, which
 * takes out most of the noise. Every pair adds up to the worth of all less the worth of none, so the estimate does too.
 * Shape: a value and its standard error for each player. Source: Castro, Gómez & Tejada (2009); antithetic orders, Lomeli et al. (2019).
 */
export function shapleySampled(
  players: number,
  worth: SetWorth,
  { pairs, rng }: { pairs: number; rng: Rng },
): SampledValue[] {
  const none = worth(Array.from({ length: players }, () => false))
  const order = Array.from({ length: players }, (_, i) => i)
  const sums = order.map(() => 0)
  const squares = order.map(() => 0)
  for (let pair = 0; pair < pairs; pair++) {
    shuffle(order, rng)
    const forwards = addedInOrder(order, worth, none)
    const backwards = addedInOrder(order.toReversed(), worth, none)
    for (let player = 0; player < players; player++) {
      const mean = ((forwards[player] ?? 0) + (backwards[player] ?? 0)) / 2
      sums[player] = (sums[player] ?? 0) + mean
      squares[player] = (squares[player] ?? 0) + mean * mean
    }
  }
  return sums.map((sum, player) => {
    const value = sum / pairs
    const variance = Math.max(0, (squares[player] ?? 0) / pairs - value * value)
    return { value, standardError: pairs < 2 ? Number.NaN : Math.sqrt(variance / (pairs - 1)) }
  })
}
