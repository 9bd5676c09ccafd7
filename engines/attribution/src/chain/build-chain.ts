import type { IndexedPath } from '../journeys/index-journeys.ts'

/**
 * A chain of channels: from `start` and from each channel, how likely the next step is each channel, or a purchase.
 * The rest, up to 1, ends without one. `next[i][j]` from channel i to channel j; row n is the start.
 */
export type Chain = { size: number; next: Float64Array[]; buy: Float64Array }

/** What a journey weighs in the chain: people, or the money that came of it. */
export type ChainWeight = (path: IndexedPath) => { bought: number; left: number }

export const byPeople: ChainWeight = ({ conversions, nulls }) => ({ bought: conversions, left: nulls })

/** Who pays twice the mean counts as two buyers. */
export function byMoney(paths: readonly IndexedPath[]): ChainWeight {
  const paid = paths.reduce((sum, p) => sum + p.paidCents, 0)
  const conversions = paths.reduce((sum, p) => sum + p.conversions, 0)
  const mean = conversions === 0 ? 0 : paid / conversions
  return ({ paidCents, nulls }) => ({ bought: mean === 0 ? 0 : paidCents / mean, left: nulls })
}

function countSteps(chain: Chain, { steps }: IndexedPath, { bought, left }: ReturnType<ChainWeight>): void {
  let from = chain.size
  for (const to of steps) {
    const row = chain.next[from]
    if (row) row[to] = (row[to] ?? 0) + bought + left
    from = to
  }
  chain.buy[from] = (chain.buy[from] ?? 0) + bought
}

/**
 * Transition shares of first order: the next channel depends on the present one only.
 * Source: Anderl, Becker, von Wangenheim & Schumann (2016), International Journal of Research in Marketing 33.
 */
export function buildChain(size: number, paths: readonly IndexedPath[], weight: ChainWeight): Chain {
  const chain: Chain = {
    size,
    next: Array.from({ length: size + 1 }, () => new Float64Array(size)),
    buy: new Float64Array(size + 1),
  }
  const leaving = new Float64Array(size + 1)
  for (const path of paths) {
    const weights = weight(path)
    countSteps(chain, path, weights)
    const all = weights.bought + weights.left
    leaving[size] = (leaving[size] ?? 0) + all
    for (const step of path.steps) leaving[step] = (leaving[step] ?? 0) + all
  }
  for (const [i, row] of chain.next.entries()) {
    const all = leaving[i] ?? 0
    if (all === 0) continue
    for (let j = 0; j < size; j++) row[j] = (row[j] ?? 0) / all
    chain.buy[i] = (chain.buy[i] ?? 0) / all
  }
  return chain
}
