import { assert } from '@zhanggui/kernel'

/** Worth of a coalition, given as a bit a player. */
export type Worth = (coalition: number) => number

/** Beyond this many players the coalitions (2ⁿ) are sampled. */
export const EXACT_PLAYERS_MAX = 12

const bitsOf = (mask: number): number => {
  let bits = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) bits++
  return bits
}

/** |S|! (n − |S| − 1)! ÷ n! by |S|. */
function sizeWeights(n: number): number[] {
  const weights = [1 / n]
  for (let size = 1; size < n; size++) weights.push(((weights[size - 1] ?? 0) * size) / (n - size))
  return weights
}

/**
 * Shapley's value: what each player adds, averaged over every order in which they could have come. Adds up to the worth of all
 * less the worth of none. Source: Shapley (1953). Errors: throws beyond `EXACT_PLAYERS_MAX` players.
 */
export function shapleyExact(players: number, worth: Worth): number[] {
  assert(players <= EXACT_PLAYERS_MAX, `coalitions of more than ${EXACT_PLAYERS_MAX} players are sampled`)
  const worths = Array.from({ length: 1 << players }, (_, coalition) => worth(coalition))
  const weights = sizeWeights(players)
  return Array.from({ length: players }, (_, player) => {
    let value = 0
    for (let coalition = 0; coalition < worths.length; coalition++) {
      if (coalition & (1 << player)) continue
      const added = (worths[coalition | (1 << player)] ?? 0) - (worths[coalition] ?? 0)
      value += (weights[bitsOf(coalition)] ?? 0) * added
    }
    return value
  })
}
